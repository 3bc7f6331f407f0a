package dev.inputmethod.experiment;

import dev.inputmethod.experiment.Draft.AxisValue;
import dev.inputmethod.experiment.Draft.DraftAxis;
import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reports every combination of fixed and swept shares of the split that does not sum to 1. */
final class ShareChecks {
  private static final List<String> SHARES =
      List.of("data.split.train", "data.split.validation", "data.split.test");
  private static final double SUM_TOLERANCE = 1e-9;

  private final Draft draft;
  private final Mark start;
  private final Problems problems;

  ShareChecks(Draft draft, Mark start, Problems problems) {
    this.draft = draft;
    this.start = start;
    this.problems = problems;
  }

  void check() {
    Map<String, Located<Object>> shares = new HashMap<>();
    for (String path : SHARES) {
      if (draft.isWrong(path) && draft.axesSetting(List.of(path)).isEmpty()) {
        return; // The wrong share has been reported.
      }
      Object byDefault = SettingTable.STANDARD.find(path).orElseThrow().byDefault().orElseThrow();
      shares.put(path, draft.fixed(path).orElse(new Located<>(byDefault, start)));
    }
    check(draft.axesSetting(SHARES), shares, mark());
  }

  private void check(List<DraftAxis> axes, Map<String, Located<Object>> shares, Mark mark) {
    if (!axes.isEmpty()) {
      for (AxisValue value : axes.get(0).values()) {
        Map<String, Located<Object>> over = new HashMap<>(shares);
        over.putAll(value.settings());
        check(axes.subList(1, axes.size()), over, value.mark());
      }
      return;
    }
    double sum = 0;
    List<String> parts = new ArrayList<>();
    for (String path : SHARES) {
      double share = (Double) Objects.requireNonNull(shares.get(path)).value();
      sum += share;
      parts.add(path.substring(path.lastIndexOf('.') + 1) + " " + Values.text(share));
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      String total = Values.text(Double.parseDouble(String.format(Locale.ROOT, "%.9f", sum)));
      problems.add(mark, "split sums to " + total + ", not 1: " + String.join(", ", parts));
    }
  }

  /** Returns the place of an override that gives a share, or else of the first share. */
  private Mark mark() {
    Mark found = start;
    for (String path : SHARES) {
      Optional<Mark> share = draft.fixed(path).map(Located::mark);
      if (share.isPresent() && (share.get().line() == 0 || found.equals(start))) {
        found = share.get();
      }
    }
    return found;
  }
}
