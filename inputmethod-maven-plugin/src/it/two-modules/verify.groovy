def log = new File(basedir, 'build.log').getText('UTF-8')

// Bound in the parent, and not inherited: once, in the parent's folder.
assert new File(basedir, 'target/inputmethod/tiny/index.html').isFile()
assert !new File(basedir, 'one/target').exists()
assert !new File(basedir, 'two/target').exists()
assert log.count(':experiment (sweep)') == 1
// From the command line, too: an aggregator.
assert log.count(':experiment (default-cli)') == 1
assert log.contains('tiny: 1 trial, 1 already recorded')

// From elsewhere: the project with -f is still what paths are resolved against.
def elsewhere = new File(basedir, 'elsewhere')
elsewhere.mkdirs()
def windows = System.getProperty('os.name').startsWith('Windows')
def mvn = new File(mavenHome, windows ? 'bin/mvn.cmd' : 'bin/mvn').path
def command = [mvn, '-B', '-o', '-s', new File(basedir, '../interpolated-settings.xml').path,
    '-Dmaven.repo.local=' + localRepositoryPath, '-f', new File(basedir, 'pom.xml').path, 'verify']
def process = new ProcessBuilder(command).directory(elsewhere).redirectErrorStream(true).start()
process.outputStream.close()
def text = process.inputStream.getText('UTF-8')
assert process.waitFor() == 0 : text
assert text.count('tiny: 1 trial, 1 already recorded') == 1
assert elsewhere.list().length == 0
return true
