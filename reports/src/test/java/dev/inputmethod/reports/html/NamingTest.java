package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamingTest {
  private static final List<String> DIFFERING =
      List.of("model.cell", "model.nonlinearity", "model.attention", "model.forgetBias");

  private static Configuration configuration(String cell, Map<String, Object> more) {
    Map<String, Object> settings = new LinkedHashMap<>(Map.of("model.cell", cell));
    settings.put("model.attention", "none");
    settings.put(cell.equals("rnn") ? "model.nonlinearity" : "model.forgetBias", "tanh");
    settings.putAll(more);
    return new Configuration(settings);
  }

  @Test
  void what_most_have_goes_without_saying_where_many_settings_differ() {
    Configuration plain = configuration("rnn", Map.of());
    Configuration rectified = configuration("rnn", Map.of("model.nonlinearity", "relu"));
    Configuration attending = configuration("rnn", Map.of("model.attention", "dot"));
    Configuration lstm = configuration("lstm", Map.of("model.forgetBias", "chrono"));
    Naming naming = new Naming(DIFFERING, List.of(plain, rectified, attending, lstm));

    assertThat(naming.brief(plain)).isEqualTo("RNN");
    assertThat(naming.brief(rectified)).isEqualTo("RNN nonlinearity relu");
    assertThat(naming.spoken(attending)).isEqualTo("RNN, attention dot");
    assertThat(naming.brief(lstm)).isEqualTo("LSTM forget bias chrono");
    assertThat(naming.facet(plain)).isEmpty();
    assertThat(naming.usualNote())
        .isEqualTo("Unless a name says otherwise: nonlinearity tanh, attention none.");
  }

  @Test
  void then_so_do_usual_layers_but_never_the_cell() {
    Configuration plain = configuration("rnn", Map.of("model.layers", 1L));
    Configuration deep = configuration("rnn", Map.of("model.layers", 2L));
    Configuration rectified =
        configuration("rnn", Map.of("model.layers", 1L, "model.nonlinearity", "relu"));
    Configuration attending =
        configuration("rnn", Map.of("model.layers", 1L, "model.attention", "dot"));
    List<String> differing = new ArrayList<>(DIFFERING);
    differing.add("model.layers");
    Naming naming = new Naming(differing, List.of(plain, deep, rectified, attending));

    assertThat(naming.brief(plain)).isEqualTo("RNN");
    assertThat(naming.brief(deep)).isEqualTo("RNN 2 layers");
  }

  @Test
  void of_a_few_settings_every_value_is_told() {
    Configuration plain = configuration("rnn", Map.of());
    Configuration attending = configuration("rnn", Map.of("model.attention", "dot"));
    Naming naming =
        new Naming(List.of("model.cell", "model.attention"), List.of(plain, plain, attending));

    assertThat(naming.brief(plain)).isEqualTo("RNN attention none");
    assertThat(naming.brief(attending)).isEqualTo("RNN attention dot");
    assertThat(naming.usualNote()).isEmpty();
  }
}
