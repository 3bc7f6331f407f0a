package dev.inputmethod.reports.tensorboard;

import com.google.protobuf.ListValue;
import com.google.protobuf.Value;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.tensorboard.proto.HParamInfo;
import dev.inputmethod.reports.tensorboard.proto.HParamType;
import dev.inputmethod.reports.tensorboard.proto.SessionStartInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings as TensorBoard's hyperparameters: numbers, truth values and texts. */
final class HyperParameters {
  private HyperParameters() {}

  static void put(Configuration configuration, SessionStartInfo.Builder session) {
    for (String path : configuration.settings().keySet()) {
      value(configuration, path).ifPresent(value -> session.putHparams(path, value));
    }
  }

  /**
   * A setting's type and every value it takes: without them TensorBoard's filter for it is empty.
   *
   * @param differs whether it is shown at once, or only at a click
   */
  static HParamInfo info(String path, Collection<Configuration> configurations, boolean differs) {
    Set<Value> distinct = new LinkedHashSet<>();
    configurations.forEach(each -> value(each, path).ifPresent(distinct::add));
    List<Value> values = new ArrayList<>(distinct);
    values.sort(
        Comparator.comparingDouble(Value::getNumberValue).thenComparing(Value::getStringValue));
    return HParamInfo.newBuilder()
        .setName(path)
        .setDisplayName(path)
        .setType(values.isEmpty() ? HParamType.DATA_TYPE_UNSET : type(values.get(0)))
        .setDomainDiscrete(ListValue.newBuilder().addAllValues(values))
        .setDiffers(differs)
        .build();
  }

  private static Optional<Value> value(Configuration configuration, String path) {
    Optional<Double> number = configuration.number(path).filter(Double::isFinite);
    if (number.isPresent()) {
      return number.map(it -> Value.newBuilder().setNumberValue(it).build());
    }
    Optional<Boolean> flag = configuration.flag(path);
    if (flag.isPresent()) {
      return flag.map(it -> Value.newBuilder().setBoolValue(it).build());
    }
    return configuration.text(path).map(it -> Value.newBuilder().setStringValue(it).build());
  }

  private static HParamType type(Value value) {
    return switch (value.getKindCase()) {
      case NUMBER_VALUE -> HParamType.DATA_TYPE_FLOAT64;
      case BOOL_VALUE -> HParamType.DATA_TYPE_BOOL;
      default -> HParamType.DATA_TYPE_STRING;
    };
  }
}
