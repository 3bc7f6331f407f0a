package dev.inputmethod.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inputmethod.engine.Predictor;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.sweep.Suggestion;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Predicts words for each line that is read, until {@code quit} or the end of the input. */
final class Prompt {
  private static final String QUIT = "quit";
  private static final String SIGN = "> ";

  private final Predictor predictor;
  private final PredictionOptions options;

  Prompt(Predictor predictor, PredictionOptions options) {
    this.predictor = predictor;
    this.options = options;
  }

  /**
   * Predicts once if a prefix is given. Otherwise warms up the predictor, and then reads lines from
   * the terminal, or from {@code in} as UTF-8 if there is no terminal.
   */
  void run(Optional<String> prefix, InputStream in, OutputStream out) {
    if (prefix.isPresent()) {
      PrintStream lines = new PrintStream(out, true, UTF_8);
      lines.print(answer(prefix.get()) + "\n");
      lines.flush();
      return;
    }
    if (ConsoleEnvironment.isTerminal()) {
      converse();
    } else {
      predictor.warmUp();
      pipe(in, out);
    }
  }

  /** Returns the predictions on one line: {@code 1. 去 (0.3124) 2. 要 (0.2856)}. */
  String answer(String prefix) {
    List<Suggestion> found =
        options.words() > 1
            ? predictor.continuations(prefix, options.words(), options.beam())
            : predictor.candidates(prefix, options.candidates());
    if (found.isEmpty()) {
      return "(no suggestions)";
    }
    List<String> numbered = new ArrayList<>();
    for (Suggestion suggestion : found.subList(0, Math.min(options.candidates(), found.size()))) {
      numbered.add(
          String.format(
              Locale.ROOT,
              "%d. %s (%.4f)",
              numbered.size() + 1,
              suggestion.text(),
              suggestion.probability()));
    }
    return String.join("  ", numbered);
  }

  /** Writes one line of predictions for each line read; no prompt, so that programs can read it. */
  void pipe(InputStream in, OutputStream out) {
    PrintStream lines = new PrintStream(out, true, UTF_8);
    InputStream bytes = new BufferedInputStream(in);
    try {
      Optional<String> line = line(bytes, 1);
      for (long number = 2; line.filter(Prompt::goesOn).isPresent(); number++) {
        lines.print(answer(cleaned(line.get())) + "\n");
        lines.flush();
        line = line(bytes, number);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads and decodes a single line, so that the lines before one that is not UTF-8 are still
   * answered.
   */
  private static Optional<String> line(InputStream in, long number) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString());
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          Problem.at(
              "standard input", number, "is not UTF-8; a pipe is read and written in UTF-8"));
    }
  }

  /**
   * Reads the terminal with JLine: a Windows console delivers Chinese input only through its UTF-16
   * interface, which JLine uses, and JLine edits wide characters correctly.
   */
  private void converse() {
    try (Terminal terminal = ConsoleEnvironment.openTerminal()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      terminal
          .writer()
          .println(
              "Predicting with "
                  + predictor.trial()
                  + ". Type text and press Enter; '"
                  + QUIT
                  + "' exits.");
      terminal.flush();
      predictor.warmUp();
      for (String line = reader.readLine(SIGN); goesOn(line); line = reader.readLine(SIGN)) {
        terminal.writer().println(answer(cleaned(line)));
        terminal.flush();
      }
    } catch (EndOfFileException | UserInterruptException end) {
      // Ctrl-D and Ctrl-C quit, too.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean goesOn(@Nullable String line) {
    return line != null && !cleaned(line).equals(QUIT);
  }

  /** Strips white space, and the byte order mark that some Windows programs write first. */
  private static String cleaned(String line) {
    return (line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
  }
}
