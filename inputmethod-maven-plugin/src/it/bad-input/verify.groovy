def log = new File(basedir, 'build.log').getText('UTF-8')

// Every problem at once, with its place; nothing was run.
assert log.contains('The input is wrong, nothing was run:')
assert log =~ /wrong\.yaml:5:9: .*'gruu'.*did you mean 'gru'/
assert log =~ /wrong\.yaml:7:3: .*'epochz'.*did you mean 'epochs'/
assert log.contains('nothing/*.yaml')
assert !new File(basedir, 'target').exists()
return true
