// Runs in the invoker: basedir is the project's copy.
def log = new File(basedir, 'build.log').getText('UTF-8')
def output = new File(basedir, 'target/inputmethod')
def trials = new File(output, 'tiny').listFiles().findAll { new File(it, 'record.json').isFile() }

assert trials.size() == 1
assert new File(trials[0], 'best/model.zip').isFile()
assert new File(output, 'tiny/index.html').isFile()
assert log.contains('report       ' + new File(output, 'tiny/index.html').path)
assert log.contains('file://')
assert log.contains('tensorboard --logdir')
assert log.contains('disk used')
assert log =~ /\[1\/1\] rnn-1x4-forward-seed1-\w+: \d/
// predict: three candidates with probabilities, none of them <unk>
def offered = log.readLines().findAll { it ==~ /1\. .+ \(0\.\d{4}\)  2\. .+ \(0\.\d{4}\)  3\. .+ \(0\.\d{4}\)/ }
assert offered.size() == 1 && !offered[0].contains('<unk>')
// evaluate
assert log.contains('perplexity') && log.contains('stored in')
// the last run had nothing to do
assert log.contains('tiny: 1 trial, 1 with a record already')
return true
