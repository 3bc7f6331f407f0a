def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /experiments\/diverges\.yaml: trial rnn-1x32-relu-seed1-\w+ failed: /
// Told as an error twice, as a warning where it must not fail the build.
assert log =~ /\[WARNING\] experiments\/diverges\.yaml: trial rnn-1x32-relu-seed1-\w+ failed: /
assert log.contains('rerun with -Dinputmethod.only=failed;')
assert log.contains('skipped (inputmethod.skip=true)')
assert new File(basedir, 'target/inputmethod/diverges/index.html').isFile()
return true
