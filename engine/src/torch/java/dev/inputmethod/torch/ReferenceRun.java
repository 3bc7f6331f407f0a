package dev.inputmethod.torch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One reference case computed: parameters and examples from a seed, everything else from PyTorch.
 */
final class ReferenceRun {
  /** Far enough that neither rounding in float nor a finite difference crosses the kink. */
  private static final double AWAY_FROM_KINK = 0.02;

  /** What PyTorch's cross-entropy leaves out. */
  private static final long NO_TARGET = -100;

  private final ReferenceCase point;
  private final Shape shape;
  private final Network network;
  private final long[] input;
  private final long[] lengths;
  private final long[] targets;
  private final Optional<States> initial;
  private final Tensor embedded;

  private ReferenceRun(ReferenceCase point, long seed) {
    this.point = point;
    shape = point.shape();
    network = new Network(shape);
    network.toDouble();
    Random random = new Random(seed);
    try (AutoGradMode off = new AutoGradMode(false)) {
      for (Map.Entry<String, Tensor> entry : network.parameters().entrySet()) {
        Tensor parameter = entry.getValue();
        int count = Values.count(parameter);
        double[] values =
            entry.getKey().startsWith("embedding")
                ? Values.normal(random, count)
                : Values.uniform(random, count, 0.9);
        parameter.copy_(Tensor.create(values, parameter.shape()));
      }
    }
    lengths = lengths(random);
    input = ids(random);
    targets = targets(random);
    initial = point.initialState() ? Optional.of(state(random)) : Optional.empty();
    embedded = network.embed(Tensor.create(input, point.batch(), point.time()));
    embedded.retain_grad();
  }

  /** The case's entries, in the order they are written. */
  static Map<String, Object> of(ReferenceCase point) {
    for (long seed = point.seed(); ; seed += 1_000_000) {
      ReferenceRun run = new ReferenceRun(point, seed);
      if (run.isSmooth()) {
        return run.entries();
      }
    }
  }

  private long[] lengths(Random random) {
    long[] all = new long[point.batch()];
    for (int b = 0; b < all.length; b++) {
      all[b] = point.packed() ? 1 + random.nextInt(point.time()) : point.time();
    }
    if (point.packed()) {
      // One full, one shorter, and not in order of length: what sorting by length would hide.
      all[1] = point.time();
      all[0] = Math.min(all[0], point.time() - 1);
    }
    return all;
  }

  private long[] ids(Random random) {
    long[] all = new long[point.batch() * point.time()];
    for (int i = 0; i < all.length; i++) {
      boolean real = i % point.time() < lengths[i / point.time()];
      all[i] = real ? random.nextInt(shape.vocabulary()) : 0;
    }
    return all;
  }

  private long[] targets(Random random) {
    long[] all = new long[point.batch() * (point.everyStep() ? point.time() : 1)];
    for (int i = 0; i < all.length; i++) {
      boolean real = !point.everyStep() || i % point.time() < lengths[i / point.time()];
      all[i] = real ? random.nextInt(shape.vocabulary()) : NO_TARGET;
    }
    return all;
  }

  private States state(Random random) {
    long[] size = {(long) shape.layers() * shape.directions(), point.batch(), shape.hidden()};
    int count = (int) (size[0] * size[1] * size[2]);
    Tensor hidden = Tensor.create(Values.uniform(random, count, 1), size);
    Tensor cell = Tensor.create(Values.uniform(random, count, 1), size);
    hidden.requires_grad_(true);
    cell.requires_grad_(true);
    return new States(hidden, hidden, Optional.of(cell));
  }

  private boolean isSmooth() {
    if (shape.cell() != Shape.Cell.RNN_RELU) {
      return true;
    }
    Map<String, double[]> parameters = new LinkedHashMap<>();
    network.parameters().forEach((name, tensor) -> parameters.put(name, Values.flat(tensor)));
    int states = shape.layers() * shape.directions() * point.batch() * shape.hidden();
    double[] start = initial.map(s -> Values.flat(s.hidden())).orElseGet(() -> new double[states]);
    PlainRelu plain = new PlainRelu(shape, lengths, point.time(), parameters);
    double[] expected = plain.output(Values.flat(embedded), start);
    double[] actual = Values.flat(forward().output());
    for (int i = 0; i < expected.length; i++) {
      if (Math.abs(expected[i] - actual[i]) > 1e-12) {
        throw new IllegalStateException(point.name() + ": PyTorch and plain loops differ at " + i);
      }
    }
    return plain.nearest() > AWAY_FROM_KINK && plain.active() > 0.4;
  }

  private States forward() {
    return point.packed()
        ? network.recurrent().packed(embedded, lengths, initial)
        : network.recurrent().whole(embedded, initial);
  }

  private Tensor loss(States states) {
    Tensor logits =
        point.everyStep()
            ? network.logits(states.output()).reshape(-1, shape.vocabulary())
            : network.logits(network.last(states.hidden()));
    return torch.cross_entropy(logits, Tensor.create(targets));
  }

  private Map<String, Object> entries() {
    States states = forward();
    Tensor loss = loss(states);
    loss.backward();

    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("name", point.name());
    entries.put("cell", shape.cell().label());
    entries.put("layers", shape.layers());
    entries.put("bidirectional", shape.bidirectional());
    entries.put("bias", shape.bias());
    entries.put("hidden", shape.hidden());
    entries.put("embedding", shape.embedding());
    entries.put("vocabulary", shape.vocabulary());
    entries.put("time", point.time());
    entries.put("batch", point.batch());
    entries.put("lengths", point.packed() ? lengths : null);
    entries.put("parameters", named(false));
    entries.put("input", rows(input, point.time()));
    entries.put("targets", point.everyStep() ? rows(targets, point.time()) : targets);
    boolean lstm = shape.cell() == Shape.Cell.LSTM;
    entries.put("h0", initial.map(s -> Values.nested(s.hidden())).orElse(null));
    entries.put(
        "c0",
        initial.filter(s -> lstm).map(s -> Values.nested(s.cell().orElseThrow())).orElse(null));
    entries.put("output", Values.nested(states.output()));
    entries.put("hn", Values.nested(states.hidden()));
    entries.put("cn", states.cell().map(Values::nested).orElse(null));
    entries.put("loss", loss.item_double());
    entries.put("gradients", named(true));
    entries.put("gradientInput", Values.nested(embedded.grad()));
    entries.put("gradientH0", initial.map(s -> Values.nested(s.hidden().grad())).orElse(null));
    entries.put(
        "gradientC0",
        initial
            .filter(s -> lstm)
            .map(s -> Values.nested(s.cell().orElseThrow().grad()))
            .orElse(null));
    entries.put("gradientHidden", gradientHidden().orElse(null));
    return entries;
  }

  /**
   * ∂L/∂h_t of the last layer, whole: through the output of step t and through every later step.
   * PyTorch's own modules do not show it, so the sequence is fed a step at a time and each h_t is
   * kept. The last layer's state of step t reaches the rest only as the state the next step starts
   * from, or as the final state.
   */
  private Optional<List<Object>> gradientHidden() {
    if (shape.bidirectional() || point.packed() || point.everyStep()) {
      return Optional.empty();
    }
    Tensor words = network.embed(Tensor.create(input, point.batch(), point.time()));
    Optional<States> carried = initial;
    Tensor[] hidden = new Tensor[point.time()];
    for (int t = 0; t < point.time(); t++) {
      States states = network.recurrent().whole(words.narrow(1, t, 1), carried);
      states.hidden().retain_grad();
      hidden[t] = states.hidden();
      carried = Optional.of(states);
    }
    loss(carried.orElseThrow()).backward();
    TensorVector steps = new TensorVector();
    for (Tensor h : hidden) {
      steps.push_back(h.grad().select(0, shape.layers() - 1));
    }
    return Optional.of(Values.nested(torch.stack(steps, 1)));
  }

  private Map<String, Object> named(boolean gradients) {
    Map<String, Object> all = new LinkedHashMap<>();
    network
        .parameters()
        .forEach(
            (name, tensor) -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("shape", tensor.shape());
              entry.put("values", Values.flat(gradients ? tensor.grad() : tensor));
              all.put(name, entry);
            });
    return all;
  }

  private static List<long[]> rows(long[] flat, int width) {
    return IntStream.range(0, flat.length / width)
        .mapToObj(i -> Arrays.copyOfRange(flat, i * width, (i + 1) * width))
        .toList();
  }
}
