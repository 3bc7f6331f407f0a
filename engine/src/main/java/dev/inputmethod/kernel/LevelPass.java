package dev.inputmethod.kernel;

import java.util.List;
import java.util.Optional;

/** A recurrent layer with all its directions, from what is below to its output and back. */
public final class LevelPass {
  private final Steps below;
  private final Steps output;
  private final List<RecurrentPass> directions;
  private final int hidden;
  private final Optional<Steps> dropped;
  private float[] mask = {};

  /**
   * For one shape of batch.
   *
   * @param directions forward first
   * @param dropout whether the input may be dropped
   */
  LevelPass(Steps below, List<RecurrentPass> directions, int hidden, boolean dropout) {
    this.below = below;
    this.directions = List.copyOf(directions);
    this.hidden = hidden;
    this.output = new Steps(below.shape(), directions.size() * hidden);
    this.dropped =
        dropout ? Optional.of(new Steps(below.shape(), below.features())) : Optional.empty();
  }

  public Steps output() {
    return output;
  }

  public int directions() {
    return directions.size();
  }

  /** One direction, forward first. */
  public RecurrentPass direction(int index) {
    return directions.get(index);
  }

  /** From the next forward pass on, lets every direction keep what an observer may ask for. */
  public void observe(boolean keep) {
    directions.forEach(direction -> direction.observe(keep));
  }

  /**
   * @param keep factors for the input, {@code [time, batch, features]}; empty without dropout
   */
  void forward(Optional<float[]> keep) {
    mask = keep.orElse(new float[0]);
    Steps input = input();
    if (mask.length > 0) {
      for (int t = 0; t < below.shape().time(); t++) {
        drop(below.byExample(t), input.byExample(t), t);
      }
      input.turnToLanes();
    }
    for (int d = 0; d < directions.size(); d++) {
      directions.get(d).forward(input, output, d * hidden);
    }
  }

  private Steps input() {
    return mask.length == 0 ? below : dropped.orElseThrow();
  }

  private void drop(Matrix from, Matrix into, int t) {
    int length = from.rows() * from.columns();
    for (int i = 0; i < length; i++) {
      into.values()[into.at() + i] = from.values()[from.at() + i] * mask[t * length + i];
    }
  }

  /** From the output's gradients to those of what is below, which are written over. */
  void backward() {
    Steps input = input();
    for (int d = 0; d < directions.size(); d++) {
      directions.get(d).backward(input, output, d * hidden, d > 0);
    }
    if (mask.length > 0) {
      for (int t = 0; t < below.shape().time(); t++) {
        dropBack(input.gradients(t), below.gradients(t), t);
      }
    }
  }

  private void dropBack(Matrix from, Matrix into, int t) {
    int batch = below.shape().batch();
    int features = from.rows();
    for (int feature = 0; feature < features; feature++) {
      for (int example = 0; example < batch; example++) {
        int at = feature * from.rowStep() + example;
        float kept = mask[(t * batch + example) * features + feature];
        into.values()[into.at() + at] = from.values()[from.at() + at] * kept;
      }
    }
  }
}
