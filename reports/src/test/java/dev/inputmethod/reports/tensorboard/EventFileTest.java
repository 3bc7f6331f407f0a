package dev.inputmethod.reports.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventFileTest {
  private static final Path FILE = Path.of("events.out.tfevents.1");

  /** Takes so many bytes, as a disk that is nearly full. */
  private static final class Full extends OutputStream {
    private int left;
    private boolean closed;

    Full(int left) {
      this.left = left;
    }

    @Override
    public void write(int b) throws IOException {
      if (left == 0) {
        throw new IOException("No space left on device");
      }
      left--;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void a_file_that_cannot_take_its_first_events_is_closed() {
    Full disk = new Full(10);
    assertThatThrownBy(() -> EventFile.start(FILE, disk, EventSamples.CLOCK))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write events.out.tfevents.1: No space left on device");
    assertThat(disk.closed).isTrue();
  }

  @Test
  void a_file_is_closed_if_what_it_is_good_for_cannot_be_written() {
    Full disk = new Full(1_000);
    EventFile file = EventFile.start(FILE, disk, EventSamples.CLOCK);
    assertThat(disk.closed).isFalse();
    IllegalStateException failure = new IllegalStateException("nothing to write");
    assertThatThrownBy(
            () ->
                file.closeUnless(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(disk.closed).isTrue();
  }
}
