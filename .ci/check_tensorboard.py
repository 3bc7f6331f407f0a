#!/usr/bin/env python3
"""Loads an experiment's event files with TensorBoard's own code and compares them with its records.

    check_tensorboard.py <output>/<experiment>

Needs the package `tensorboard` (PyPI). Exits with 1 and a line for each thing that is missing or wrong.
"""

import json
import math
import pathlib
import sys

import numpy as np
from tensorboard import context
from tensorboard.backend.event_processing import (
    data_provider,
    plugin_event_accumulator,
    plugin_event_multiplexer,
)
from tensorboard.plugins import base_plugin
from tensorboard.plugins.hparams import (
    api_pb2,
    backend_context,
    get_experiment,
    list_session_groups,
)
from tensorboard.util import tensor_util

ALL = {"scalars": 0, "tensors": 0}
BEST = "best/validation_cross_entropy"


class Trial:
    """One trial's directory: what was planned, measured and recorded."""

    def __init__(self, path):
        self.path = path
        self.name = path.name
        self.setup = json.loads((path / "config.json").read_text("utf-8"))
        record = path / "record.json"
        self.record = json.loads(record.read_text("utf-8")) if record.exists() else None
        lines = path / "measurements.jsonl"
        text = lines.read_text("utf-8") if lines.exists() else ""
        self.measurements = [json.loads(line) for line in text.splitlines()]

    def settings(self):
        """By dotted path."""
        return dict(flatten(self.setup["configuration"]))

    def configuration(self):
        """The same text for the same configuration."""
        return json.dumps(self.setup["configuration"], sort_keys=True)

    def completed(self):
        return self.record is not None and self.record["outcome"] == "completed"


def flatten(group, prefix=""):
    for name, value in group.items():
        if isinstance(value, dict):
            yield from flatten(value, prefix + name + ".")
        else:
            yield prefix + name, value


class Problems(list):
    def require(self, condition, message):
        if not condition:
            self.append(message)
        return condition


def same(shown, recorded):
    """Whether a float32 that TensorBoard shows is the double that we recorded."""
    recorded = float(recorded)  # "NaN" and "Infinity" too
    if math.isnan(recorded):
        return math.isnan(shown)
    return np.float32(recorded) == np.float32(shown)


def check_trial(trial, problems):
    accumulator = plugin_event_accumulator.EventAccumulator(str(trial.path), ALL).Reload()
    tags = {
        plugin: set(accumulator.PluginTagToContent(plugin))
        for plugin in accumulator.ActivePlugins()
    }
    scalars = tags.get("scalars", set())

    def values(tag):
        return [
            (event.step, float(tensor_util.make_ndarray(event.tensor_proto)))
            for event in accumulator.Tensors(tag)
        ]

    check_measurements(trial, scalars, values, problems)
    if trial.completed():
        needed = ["loss/training", "loss/validation", "gradient/global_norm", BEST]
        for tag in needed:
            problems.require(tag in scalars, f"{trial.name}: no scalar {tag}")
        for kind in ("gradient/", "update/", "parameter/", "test/"):
            found = any(tag.startswith(kind) for tag in scalars - set(needed))
            problems.require(found, f"{trial.name}: no scalar {kind}…")
        recorded = trial.record["metrics"]["validation.crossEntropy"]
        problems.require(
            BEST in scalars and same(values(BEST)[-1][1], recorded),
            f"{trial.name}: the last {BEST} is not the record's {recorded}",
        )
    check_histograms(trial, accumulator, tags.get("histograms", set()), problems)
    check_text(trial, accumulator, tags.get("text", set()), problems)
    for tag in accumulator.Tags()["tensors"]:
        for event in accumulator.Tensors(tag):
            problems.require(
                math.isfinite(event.wall_time), f"{trial.name}: {tag} has no wall time"
            )


def check_measurements(trial, scalars, values, problems):
    """Every measured loss is there, at its step, with its value."""
    for kind, field, tag in (
        ("step", "trainingLoss", "loss/training"),
        ("step", "globalNorm", "gradient/global_norm"),
        ("epoch", "validationCrossEntropy", "loss/validation"),
    ):
        measured = [(m["step"], m[field]) for m in trial.measurements if m["kind"] == kind]
        shown = values(tag) if tag in scalars else []
        problems.require(
            [step for step, _ in shown] == [step for step, _ in measured]
            and all(same(a, b) for (_, a), (_, b) in zip(shown, measured)),
            f"{trial.name}: {tag} differs from measurements.jsonl"
            f" ({len(shown)} values of {len(measured)})",
        )
    reached = any(
        m["kind"] == "reach" and any(n >= 100 for n in m["examples"][:1])
        for m in trial.measurements
    )
    if reached:
        for where in ("reach/input/", "reach/layer1_"):
            problems.require(
                any(tag.startswith(where) for tag in scalars),
                f"{trial.name}: no scalar {where}…",
            )


def check_histograms(trial, accumulator, tags, problems):
    wanted = trial.settings().get("observe.histogramsEveryEpochs", 1) > 0 and trial.completed()
    for kind in ("histogram/parameter/", "histogram/gradient/"):
        if wanted:
            found = any(tag.startswith(kind) for tag in tags)
            problems.require(found, f"{trial.name}: no histogram {kind}…")
    for tag in tags:
        for event in accumulator.Tensors(tag):
            buckets = tensor_util.make_ndarray(event.tensor_proto)
            problems.require(
                buckets.ndim == 2
                and buckets.shape[1] == 3
                and np.isfinite(buckets).all()
                and (buckets[:, 0] <= buckets[:, 1]).all()
                and (buckets[:, 2] >= 0).all(),
                f"{trial.name}: {tag} at step {event.step} is no histogram",
            )


def check_text(trial, accumulator, tags, problems):
    if not problems.require("configuration" in tags, f"{trial.name}: no text 'configuration'"):
        return
    array = tensor_util.make_ndarray(accumulator.Tensors("configuration")[0].tensor_proto)
    text = array.item().decode("utf-8")
    for path in trial.settings():
        problems.require(f"| {path} |" in text, f"{trial.name}: the text lacks {path}")


def check_hparams(directory, trials, problems):
    multiplexer = plugin_event_multiplexer.EventMultiplexer(tensor_size_guidance={"hparams": 0})
    multiplexer.AddRunsFromDirectory(str(directory))
    multiplexer.Reload()
    provider = data_provider.MultiplexerDataProvider(multiplexer, str(directory))
    backend = backend_context.Context(base_plugin.TBContext(data_provider=provider))
    request_context = context.RequestContext()
    experiment = get_experiment.Handler(
        request_context, backend, "", api_pb2.GetExperimentRequest()
    ).run()
    check_experiment(experiment, trials, problems)
    request = api_pb2.ListSessionGroupsRequest(
        start_index=0,
        slice_size=10 * len(trials) + 1,
        aggregation_type=api_pb2.AGGREGATION_AVG,
        allowed_statuses=api_pb2.Status.values(),
    )
    for info in experiment.hparam_infos:
        request.col_params.add(hparam=info.name)
    for info in experiment.metric_infos:
        request.col_params.add(metric=info.name)
    response = list_session_groups.Handler(request_context, backend, "", request).run()
    check_groups(response.session_groups, trials, problems)


def check_experiment(experiment, trials, problems):
    problems.require(experiment.hparam_infos, "hparams: no hyperparameter is declared")
    problems.require(experiment.metric_infos, "hparams: no metric is declared")
    infos = {info.name: info for info in experiment.hparam_infos}
    problems.require("seed" not in infos, "hparams: the seed is a hyperparameter")
    for path in {path for trial in trials for path in trial.settings()}:
        if problems.require(path in infos, f"hparams: {path} is not declared"):
            problems.require(infos[path].type, f"hparams: {path} has no type")
            domain = infos[path].domain_discrete
            problems.require(len(domain.values), f"hparams: {path} has no domain")
            for trial in trials:
                value = trial.settings().get(path)
                if isinstance(value, (str, bool, int, float)):
                    problems.require(
                        value in list(domain), f"hparams: {value} is not in {path}'s domain"
                    )
    metrics = {info.name.tag for info in experiment.metric_infos}
    problems.require(BEST in metrics, f"hparams: {BEST} is no metric")


def check_groups(groups, trials, problems):
    """A group a configuration, with all its trials, their outcomes and the mean over them."""
    by_name = {trial.name: trial for trial in trials}
    seen = set()
    configurations = set()
    for group in groups:
        members = []
        for session in group.sessions:
            trial = by_name.get(session.name.strip("./"))
            if problems.require(trial, f"hparams: session {session.name} is no trial"):
                members.append(trial)
                check_session(session, trial, problems)
        seen.update(trial.name for trial in members)
        own = {trial.configuration() for trial in members}
        problems.require(
            len(own) == 1 and not own & configurations,
            f"hparams: group {group.name} is not one configuration's",
        )
        configurations |= own
        check_mean(group, members, problems)
    for name in sorted(set(by_name) - seen):
        problems.append(f"hparams: {name} is in no group")


def check_session(session, trial, problems):
    expected = {
        None: (api_pb2.STATUS_UNKNOWN, api_pb2.STATUS_RUNNING),
        "completed": (api_pb2.STATUS_SUCCESS,),
        "failed": (api_pb2.STATUS_FAILURE,),
    }[trial.record and trial.record["outcome"]]
    shown = api_pb2.Status.Name(session.status)
    problems.require(session.status in expected, f"hparams: {trial.name} is shown as {shown}")
    problems.require(session.start_time_secs > 0, f"hparams: {trial.name} has no start")


def check_mean(group, members, problems):
    recorded = [
        float(trial.record["metrics"]["validation.crossEntropy"])
        for trial in members
        if trial.completed()
    ]
    if len(recorded) < len(members) or not all(map(math.isfinite, recorded)):
        return
    shown = [value.value for value in group.metric_values if value.name.tag == BEST]
    problems.require(
        len(shown) == 1 and math.isclose(shown[0], sum(recorded) / len(recorded), rel_tol=1e-5),
        f"hparams: group {group.name} shows {BEST} {shown}, the records' are {recorded}",
    )


def main(directory):
    planned = json.loads((directory / "experiment.json").read_text("utf-8"))["trials"]
    trials = [Trial(directory / name) for name in planned if (directory / name).is_dir()]
    problems = Problems()
    problems.require(trials, f"{directory}: no trial")
    for trial in trials:
        check_trial(trial, problems)
    check_hparams(directory, trials, problems)
    for problem in problems:
        print(problem)
    print(f"TensorBoard: {len(trials)} trials, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1])))
