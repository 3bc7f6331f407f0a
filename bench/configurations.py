"""The configurations that are compared, what their steps read, and the work they take."""

import itertools
import random

import helper

BATCH, EMBEDDING, BATCHES = 64, 64, 20
GATES = {"rnn": 1, "lstm": 4, "gru": 3}


def configuration(cell, context, hidden, vocabulary, layers=1, directions=1):
    return {"cell": cell, "context": context, "hidden": hidden, "vocabulary": vocabulary, "layers": layers,
            "directions": directions, "embedding": EMBEDDING, "batch": BATCH}


def every():
    grid = itertools.product(("rnn", "lstm", "gru"), (5, 50), (128, 256), (5000, 20000))
    return [configuration(*each) for each in grid] + [
        configuration("lstm", 5, 128, 20000, 2, 2), configuration("gru", 50, 128, 5000, 2, 2)]


def few():
    """For smoke runs."""
    return [configuration("rnn", 5, 128, 5000), configuration("lstm", 5, 128, 5000),
            configuration("gru", 5, 128, 5000, 2, 2)]


def ids(directory, of):
    """Words as often as in text (Zipf: the r-th commonest has a share of 1/r), the same in every run."""
    file = directory / "ids-{vocabulary}-{context}.txt".format(**of)
    if not file.exists():
        weights = itertools.accumulate(1 / rank for rank in range(1, of["vocabulary"] + 1))
        drawn = random.Random(1).choices(
            range(of["vocabulary"]), cum_weights=list(weights), k=BATCHES * BATCH * (of["context"] + 1))
        file.write_text(" ".join(map(str, drawn)) + "\n")
    return file


def arguments(of, directory):
    return [f"{key}={value}" for key, value in of.items()] + [f"ids={ids(directory, of)}"]


def step_timer(worker, of, directory):
    """The command that does our steps, with norms at the default interval."""
    return [*worker, helper.BENCH + "StepTimer", f"directory={directory}", "everySteps=10", "reachEverySteps=0",
            "everythingEverySteps=0", "histogramsEverySteps=0", *arguments(of, directory)]


def operations(of):
    """Floating-point operations a step cannot do without: 2 a multiply-add, once forward and twice backward.

    The first step's recurrent product is with zeros, and is not counted.
    """
    width, time_steps = of["hidden"] * of["directions"], of["context"]
    adds, below = width * of["vocabulary"], of["embedding"]
    for _ in range(of["layers"]):
        adds += of["directions"] * GATES[of["cell"]] * of["hidden"] * (
            time_steps * below + (time_steps - 1) * of["hidden"])
        below = width
    return 3 * 2 * of["batch"] * adds
