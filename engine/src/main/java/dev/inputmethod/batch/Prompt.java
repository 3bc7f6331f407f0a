package dev.inputmethod.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inputmethod.engine.Predictor;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Offers words for each line typed, until {@code quit} or the end of the input. */
final class Prompt {
  private static final String QUIT = "quit";
  private static final String SIGN = "> ";

  private final Predictor predictor;
  private final Offer offer;

  Prompt(Predictor predictor, Offer offer) {
    this.predictor = predictor;
    this.offer = offer;
  }

  /**
   * Answers once if there is a prefix; otherwise asks at the terminal, or reads the pipe in UTF-8,
   * after a warm-up.
   */
  void run(Optional<String> prefix, InputStream in, OutputStream out) {
    if (prefix.isPresent()) {
      PrintStream lines = new PrintStream(out, true, UTF_8);
      lines.print(offer.line(predictor, prefix.get()) + "\n");
      lines.flush();
      return;
    }
    if (Surroundings.isTerminal()) {
      converse();
    } else {
      predictor.warmUp();
      pipe(in, out);
    }
  }

  /** A line of answer for each line; no prompt, so that the output is for programs too. */
  void pipe(InputStream in, OutputStream out) {
    PrintStream lines = new PrintStream(out, true, UTF_8);
    InputStream bytes = new BufferedInputStream(in);
    try {
      Optional<String> line = line(bytes, 1);
      for (long number = 2; line.filter(Prompt::goesOn).isPresent(); number++) {
        lines.print(offer.line(predictor, cleaned(line.get())) + "\n");
        lines.flush();
        line = line(bytes, number);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line by itself, so that what is no text later on takes no answer from those before. */
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
   * Through JLine, since a Windows console delivers Chinese input only through its UTF-16
   * interface, which JLine uses; and it edits wide characters correctly.
   */
  private void converse() {
    try (Terminal terminal = Surroundings.openTerminal()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      terminal.writer().println(predictor.trial() + " predicts; '" + QUIT + "' ends");
      terminal.flush();
      predictor.warmUp();
      for (String line = reader.readLine(SIGN); goesOn(line); line = reader.readLine(SIGN)) {
        terminal.writer().println(offer.line(predictor, cleaned(line)));
        terminal.flush();
      }
    } catch (EndOfFileException | UserInterruptException end) {
      // Ctrl-D or Ctrl-C: as good as quit.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean goesOn(@Nullable String line) {
    return line != null && !cleaned(line).equals(QUIT);
  }

  /** Without the byte order mark that some Windows programs put before a pipe's first line. */
  private static String cleaned(String line) {
    return (line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
  }
}
