def log = new File(basedir, 'build.log').getText('UTF-8')

// Every problem at once, with its place; no trial was run.
assert log.contains('Invalid input; no trial was run:')
assert log =~ /wrong\.yaml:5:9: .*'gruu'.*did you mean 'gru'/
assert log =~ /wrong\.yaml:7:3: .*'epochz'.*did you mean 'epochs'/
assert log.contains('data/missing.jsonl')
// A mistake in a parameter names the parameter.
assert log.contains("-Dinputmethod.workers: workers '0' is not a whole number from 1 to 256")
assert !new File(basedir, 'target').exists()
// What workers need was not asked for. (Of these projects this one comes first, when the local repository is still empty.)
assert !(log =~ /nd4j-native-[\d.]+-M[\d.]+-\w/)
return true
