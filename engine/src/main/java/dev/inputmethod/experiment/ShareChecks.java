package dev.inputmethod.experiment;

import dev.inputmethod.experiment.Draft.AxisValue;
import dev.inputmethod.experiment.Draft.DraftAxis;
import dev.inputmethod.experiment.Draft.Located;
import dev.inputmethod.yaml.Mark;
import dev.inputmethod.yaml.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Finds every combination of fixed and swept shares of the split that does not sum to 1. */
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
      Located<Object> fixed = draft.fixed.get(path);
      if (draft.wrong.contains(path) && draft.axesSetting(List.of(path)).isEmpty()) {
        return; // a wrong share, told already
      }
      shares.put(
          path,
          fixed != null
              ? fixed
              : new Located<>(
                  SettingTable.STANDARD.find(path).orElseThrow().byDefault().orElseThrow(), start));
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

  /** The override that set a share, else the first share written. */
  private Mark mark() {
    Mark found = start;
    for (String path : SHARES) {
      Located<Object> share = draft.fixed.get(path);
      if (share != null && (share.mark().line() == 0 || found.equals(start))) {
        found = share.mark();
      }
    }
    return found;
  }
}
