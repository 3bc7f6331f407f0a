package dev.inputmethod.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportStampTest {
  private static final String ANSWER = "GRU is best: “0.50”.";

  @TempDir private Path folder;

  @BeforeEach
  void drawReports() throws IOException {
    directory()
        .write(
            new ExperimentRecord(
                ExperimentRecord.SCHEMA,
                "cells",
                Optional.empty(),
                "",
                "cells.yaml",
                "again",
                Map.of(),
                List.of(),
                List.of(),
                List.of("gru-seed1"),
                0,
                Thresholds.STANDARD));
    for (String file :
        List.of(
            "program.jar",
            "cells/index.html",
            "cells/results.csv",
            "cells/gru-seed1/record.json",
            "cells/gru-seed1/measurements.jsonl",
            "cells/over-seeds/gru/events.out.tfevents.1")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), file);
    }
    stamp().write(result(List.of(), List.of()));
  }

  private ExperimentResult result(List<TrialRecord> failed, List<Problem> damaged) {
    return new ExperimentResult(
        "cells",
        "cells.yaml",
        directory().path(),
        directory().page(),
        Optional.of(ANSWER),
        failed,
        damaged,
        0,
        new LeftTrials(List.of(), 0));
  }

  private ExperimentDirectory directory() {
    return new ExperimentDirectory(folder.resolve("cells"));
  }

  private ReportStamp stamp() {
    return new ReportStamp(directory(), List.of(folder.resolve("program.jar")));
  }

  @Test
  void reports_of_the_same_records_give_their_answer() {
    assertThat(stamp().answer()).contains(ANSWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "program.jar",
        "cells/experiment.json",
        "cells/index.html",
        "cells/results.csv",
        "cells/gru-seed1/record.json",
        "cells/gru-seed1/measurements.jsonl",
        "cells/over-seeds/gru/events.out.tfevents.1"
      })
  void whatever_has_changed_they_are_drawn_again(String file) throws IOException {
    Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + " ");

    assertThat(stamp().answer()).isEmpty();
  }

  @Test
  void a_report_that_is_gone_is_drawn_again() throws IOException {
    Files.delete(folder.resolve("cells/index.html"));

    assertThat(stamp().answer()).isEmpty();
  }

  @Test
  void a_damaged_stamp_counts_as_none() throws IOException {
    Files.write(folder.resolve("cells/reports.sha256"), new byte[] {(byte) 0xff, '\n'});

    assertThat(stamp().answer()).isEmpty();
  }

  @Test
  void a_program_that_is_not_known_leaves_no_stamp() {
    new ReportStamp(directory(), List.of()).write(result(List.of(), List.of()));

    assertThat(folder.resolve("cells/reports.sha256")).doesNotExist();
  }

  @Test
  void what_is_to_be_complained_of_is_told_again() {
    Problem problem = new Problem("record.json", "damaged");
    stamp().write(result(List.of(), List.of(problem)));

    assertThat(stamp().answer()).isEmpty();
  }

  @Test
  void a_program_that_was_replaced_while_it_ran_did_not_draw_the_reports() throws IOException {
    ReportStamp before = stamp();
    Files.writeString(folder.resolve("program.jar"), "newer");
    before.write(result(List.of(), List.of()));

    assertThat(stamp().answer()).isEmpty();
  }

  @Test
  void other_files_in_the_folder_do_not_count() throws IOException {
    Files.writeString(folder.resolve("cells/~$results.xlsx"), "open");

    assertThat(stamp().answer()).contains(ANSWER);
  }
}
