"""What the programs in this directory share: building, starting JVMs, and telling whether a goal is met."""

import atexit
import json
import os
import pathlib
import platform
import shlex
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
PEER = ROOT / "bench" / "torch-peer"
BENCH = "dev.inputmethod.bench."
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
# Such as -o, or -Dmaven.repo.local=…
MAVEN = ["mvn", "-B", "-Dstyle.color=never", *shlex.split(os.environ.get("BENCH_MAVEN_OPTIONS", ""))]
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}


def maven(*arguments, quiet=True):
    subprocess.run([*MAVEN, *(["-q"] if quiet else []), *arguments], cwd=ROOT, check=True, stdin=subprocess.DEVNULL)


def build(peer=False):
    """Builds the engine with its tests, and the peer when it is wanted; gives their class paths."""
    goals = ["dependency:build-classpath", "-Dmdep.outputFile=target/bench.classpath"]
    maven("-pl", "engine", "-am", "test-compile", *goals)
    engine = ROOT / "engine" / "target"
    ours = [engine / "test-classes", engine / "classes", (engine / "bench.classpath").read_text()]
    if not peer:
        return joined(ours), None
    maven("-f", str(PEER), "compile", *goals)
    return joined(ours), joined([PEER / "target" / "classes", (PEER / "target" / "bench.classpath").read_text()])


def joined(entries):
    return os.pathsep.join(str(entry) for entry in entries)


def environment(class_path):
    return {**os.environ, **ONE_THREAD, "CLASSPATH": class_path}


def worker_java(class_path, workers=1):
    """The command a worker's JVM starts with, up to the main class."""
    return subprocess.run(
        [JAVA, "dev.inputmethod.sweep.WorkerOptions", str(workers)],
        env=environment(class_path), check=True, capture_output=True, text=True).stdout.splitlines()


def answer(command, class_path, **options):
    """Runs a JVM to its end; gives the JSON object it prints last."""
    done = subprocess.run(
        command, env=environment(class_path), capture_output=True, text=True, encoding="utf-8", **options)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return json.loads([line for line in done.stdout.splitlines() if line.startswith("{")][-1])


class Side:
    """A process that does on command what is to be timed, and waits in between. Options are Popen's."""

    def __init__(self, command, class_path, log, **options):
        self.log = log
        with open(log, "a", encoding="utf-8") as errors:
            self.process = subprocess.Popen(
                command, env=environment(class_path), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
                text=True, encoding="utf-8", **options)
        self.hello = self.read()

    def read(self):
        for line in self.process.stdout:
            if line.startswith("{"):
                return json.loads(line)
        sys.exit(f"a benchmark's process ended; its last words are in {self.log}")

    def ask(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return self.read()

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()


def train(class_path, directory, experiment, *arguments, **options):
    """Starts the batch tool on an experiment; its results go beside the file. Options are Popen's."""
    with open(directory / "batch.log", "a", encoding="utf-8") as log:
        return subprocess.Popen(
            [JAVA, "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "dev.inputmethod.batch.InputMethod", "--batch",
             "-e", experiment, "-o", directory / experiment.stem, *arguments, "experiment"],
            cwd=ROOT, env=environment(class_path), stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options)


def finish(process, directory):
    if process.wait() != 0:
        sys.exit(f"training failed; the tool's words are in {directory / 'batch.log'}")


def experiment(directory, name, settings):
    file = directory / f"{name}.yaml"
    file.write_text(settings, encoding="utf-8")
    return file


def made_up_words(directory, vocabulary):
    """Dialogues of words that occur once each: half as many again as the vocabulary is to hold."""
    file = directory / f"words-{vocabulary}.jsonl"
    if not file.exists():
        letters = "abcdefghijklmnopqrstuvwxyz"
        words = ["w" + "".join(letters[nth // 26**place % 26] for place in range(4)) for nth in range(vocabulary * 3 // 2)]
        with open(file, "w", encoding="utf-8") as lines:
            for at in range(0, len(words), 120):
                dialogue = [f"user{1 + k}：{' '.join(words[at + 60 * k:at + 60 * k + 60])}" for k in (0, 1)]
                lines.write(json.dumps({"topic": "", "dialog": dialogue}, ensure_ascii=False) + "\n")
    return file


def made_up_experiment(directory, name, of):
    """An epoch of one of the configurations, on made-up words."""
    direction = "bidirectional" if of["directions"] == 2 else "forward"
    return experiment(directory, name, f"""\
data:
  dialogues: {made_up_words(directory, of["vocabulary"])}
  contextLength: {of["context"]}
  minCount: 1
  maxVocabulary: {of["vocabulary"]}
model:
  cell: {of["cell"]}
  layers: {of["layers"]}
  direction: {direction}
  hiddenSize: {of["hidden"]}
  embeddingSize: {of["embedding"]}
training: {{epochs: 1, batchSize: {of["batch"]}}}
""")


def one_core():
    """For preexec_fn: the child and its threads share one core, where the system can be told so."""
    cores(1)


def two_cores():
    """For preexec_fn, likewise."""
    cores(2)


def cores(count):
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[-count:]))


def results(name):
    """A fresh directory for raw figures and what is made on the way; ignored by git."""
    directory = RESULTS / f"{name}-{time.strftime('%Y%m%d-%H%M%S')}"
    directory.mkdir(parents=True)
    return directory


def machine():
    processor = platform.processor() or platform.machine()
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                processor = line.split(":", 1)[1].strip()
                break
    except OSError:
        pass
    java = subprocess.run([JAVA, "-version"], capture_output=True, text=True).stderr.splitlines()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    return {"processor": processor, "cores": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}",
            "java": java[1].strip() if len(java) > 1 else "", "commit": commit.strip(),
            "load": list(os.getloadavg()) if hasattr(os, "getloadavg") else []}


def describe():
    """Prints what is measured on, and gives it; warns now and at the end when the machine is busy."""
    here = machine()
    print(f"{here['processor']}, {here['cores']} cores, {here['system']}; {here['java']}; commit {here['commit']}")
    if here["load"] and here["load"][0] > 0.5:
        warning = f"The machine was not idle at the start (load {here['load'][0]:.2f}): the figures mean little."
        print(warning)
        atexit.register(print, warning)
    return here


def write(directory, name, lines):
    with open(directory / name, "w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def spread(values, form="{:.2f}"):
    """Median and range."""
    texts = [form.format(value) for value in (statistics.median(values), min(values), max(values))]
    return "{} ({}–{})".format(*texts)


def judge(goals, unjudged=""):
    """Prints one line per goal, (what, figure, goal as text, met), and ends the program, with 1 when one is missed.

    When there is a reason not to judge, it is told instead of the verdict.
    """
    for what, figure, goal, met in goals:
        verdict = f"not judged ({unjudged})" if unjudged else "met" if met else "MISSED"
        print(f"{what}: {figure}; goal {goal}: {verdict}")
    sys.exit(0 if unjudged or all(met for *unused, met in goals) else 1)


def reason(quick, rounds, fewest):
    """Why a run with these options is not judged; empty when it is."""
    return "smoke run" if quick else f"fewer than {fewest} rounds" if rounds < fewest else ""
