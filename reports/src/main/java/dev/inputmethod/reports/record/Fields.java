package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads the fields of a JSON object by name and type; a missing field, or one of another type, is
 * reported as damage. Fields that are never read are ignored: later versions may add some.
 */
final class Fields {
  private static final int LONGEST_SHOWN = 60;

  private final Source source;
  private final String prefix;
  private final ObjectNode node;

  /**
   * @param prefix dotted path of this object in the file, with a dot at its end unless it is empty
   */
  Fields(Source source, String prefix, ObjectNode node) {
    this.source = source;
    this.prefix = prefix;
    this.node = node;
  }

  ObjectNode node() {
    return node;
  }

  /** Refuses a schema that this version does not know. */
  void requireSchema(int known) {
    int found = integer("schema");
    if (found > known) {
      throw source.newer(found, known);
    }
    if (found != known) {
      throw damaged("'schema' is " + found + ", this version reads " + known);
    }
  }

  String text(String name) {
    return text(name, value(name));
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(value -> text(name, value));
  }

  long wholeNumber(String name) {
    return wholeNumber(name, value(name));
  }

  int integer(String name) {
    JsonNode value = value(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw unexpected(name, "a whole number", value);
    }
    return value.intValue();
  }

  /** A number, or one of the texts that stand for what JSON has no number for. */
  double number(String name) {
    return number(name, value(name));
  }

  boolean flag(String name) {
    JsonNode value = value(name);
    if (!value.isBoolean()) {
      throw unexpected(name, "true or false", value);
    }
    return value.booleanValue();
  }

  Optional<Double> optionalNumber(String name) {
    return optional(name).map(value -> number(name, value));
  }

  Fields object(String name) {
    return object(name, value(name));
  }

  Optional<Fields> optionalObject(String name) {
    return optional(name).map(value -> object(name, value));
  }

  List<String> texts(String name) {
    return list(name, this::text);
  }

  Optional<List<String>> optionalTexts(String name) {
    return optional(name).map(value -> texts(name));
  }

  List<Long> wholeNumbers(String name) {
    return list(name, this::wholeNumber);
  }

  List<Double> numbers(String name) {
    return list(name, this::number);
  }

  /** Empty where the field is absent. */
  List<Double> optionalNumbers(String name) {
    return optional(name).isPresent() ? numbers(name) : List.of();
  }

  List<Fields> objects(String name) {
    return list(name, this::object);
  }

  /** Every field of the object {@code name}, in the file's order. */
  <T> Map<String, T> map(String name, BiFunction<Fields, String, T> field) {
    Fields fields = object(name);
    Map<String, T> values = new LinkedHashMap<>();
    fields.node.fieldNames().forEachRemaining(key -> values.put(key, field.apply(fields, key)));
    return values;
  }

  InvalidInputException damaged(String what) {
    return source.damaged(what);
  }

  InvalidInputException unexpected(String name, String wanted, JsonNode found) {
    String text = found.toString();
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return damaged("'" + prefix + name + "' should be " + wanted + " but is " + shown);
  }

  private Optional<JsonNode> optional(String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  private JsonNode value(String name) {
    return optional(name).orElseThrow(() -> damaged("'" + prefix + name + "' is missing"));
  }

  private String text(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw unexpected(name, "a text", value);
    }
    return value.textValue();
  }

  private long wholeNumber(String name, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw unexpected(name, "a whole number", value);
    }
    return value.longValue();
  }

  private double number(String name, JsonNode value) {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return switch (value.isTextual() ? value.textValue() : "") {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw unexpected(name, "a number", value);
    };
  }

  private Fields object(String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return new Fields(source, prefix + name + ".", object);
    }
    throw unexpected(name, "an object", value);
  }

  private <T> List<T> list(String name, BiFunction<String, JsonNode, T> element) {
    JsonNode value = value(name);
    if (!value.isArray()) {
      throw unexpected(name, "a list", value);
    }
    List<T> elements = new ArrayList<>();
    for (JsonNode each : value) {
      elements.add(element.apply(name, each));
    }
    return elements;
  }
}
