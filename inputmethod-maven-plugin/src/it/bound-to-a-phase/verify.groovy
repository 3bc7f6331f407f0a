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
assert log =~ /\[1\/1\] rnn-1x4-seed1-\w+: \d/
// predict: three candidates with probabilities, none of them <unk>
def offered = log.readLines().findAll { it ==~ /1\. .+ \(0\.\d{4}\)  2\. .+ \(0\.\d{4}\)  3\. .+ \(0\.\d{4}\)/ }
assert offered.size() == 1 && !offered[0].contains('<unk>')
// evaluate
assert log.contains('perplexity') && log.contains('stored in')
// the last run had nothing to do
assert log.contains('tiny: 1 trial, 1 already recorded')

// The batch tool gives the same records, byte for byte where nothing tells the time.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def run = { List<String> arguments, String input ->
  def builder = new ProcessBuilder([java, 'dev.inputmethod.batch.InputMethod'] + arguments)
  builder.environment().put('CLASSPATH', batchClassPath)
  def process = builder.directory(basedir).redirectErrorStream(true).start()
  process.outputStream.withStream { it.write(input.getBytes('UTF-8')) }
  def text = process.inputStream.getText('UTF-8')
  assert process.waitFor() == 0 : text
  return text
}
run(['experiment', '-o', 'target/batch'], '')
def twin = new File(basedir, "target/batch/tiny/${trials[0].name}")
for (name in ['config.json', 'measurements.jsonl', 'vocabulary.txt']) {
  assert new File(twin, name).bytes == new File(trials[0], name).bytes : name
}
def record = { new groovy.json.JsonSlurper().parse(new File(it, 'record.json'), 'UTF-8').findAll { it.key != 'provenance' } }
assert record(twin) == record(trials[0])

// Reports are drawn once from the same records, and again when one of them is gone.
def drawn = { new File(basedir, 'target/batch/tiny').list().findAll { it.startsWith('events.') } }
def first = drawn()
def again = run(['experiment', '-o', 'target/batch'], '')
assert drawn() == first
assert again.contains('report       ') && again.contains('tiny: 1 trial, 1 already recorded')
assert new File(basedir, 'target/batch/tiny/results.csv').delete()
run(['experiment', '-o', 'target/batch'], '')
assert new File(basedir, 'target/batch/tiny/results.csv').isFile()
assert drawn() != first

// Through a pipe in UTF-8: an answer for each line until 'quit', the same as the goal's.
def piped = run(['predict', '-o', 'target/batch', '-k', '3'], '\u6211\n\u4f60\u597d\nquit\n\u6211\n').readLines()
assert piped.size() == 2
assert piped[0] == offered[0]
return true
