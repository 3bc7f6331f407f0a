package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link Configuration} as JSON: {@code model.cell} is {@code {"model": {"cell": …}}}. */
final class ConfigurationJson {
  private ConfigurationJson() {}

  static void write(Configuration configuration, ObjectNode into) {
    configuration.settings().forEach((path, value) -> put(into, path, value));
  }

  private static void put(ObjectNode root, String path, Object value) {
    ObjectNode parent = root;
    int start = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
      parent = parent.withObjectProperty(path.substring(start, dot));
      start = dot + 1;
    }
    String name = path.substring(start);
    if (parent.has(name)) {
      throw new IllegalArgumentException("setting '" + path + "' is a group of settings too");
    }
    if (value instanceof List<?> list) {
      ArrayNode array = parent.putArray(name);
      list.forEach(element -> array.add(scalar(root, element)));
    } else {
      parent.set(name, scalar(root, value));
    }
  }

  private static JsonNode scalar(ObjectNode factory, Object value) {
    if (value instanceof Long number) {
      return factory.numberNode(number);
    }
    if (value instanceof Double number) {
      return factory.numberNode(number);
    }
    return value instanceof Boolean flag
        ? factory.booleanNode(flag)
        : factory.textNode((String) value);
  }

  static Configuration read(Fields fields) {
    Map<String, Object> settings = new LinkedHashMap<>();
    flatten("", fields.node(), fields, settings);
    return new Configuration(settings);
  }

  private static void flatten(
      String prefix, ObjectNode node, Fields fields, Map<String, Object> settings) {
    node.properties()
        .forEach(
            property -> {
              String name = property.getKey();
              if (name.isEmpty() || name.indexOf('.') >= 0) {
                throw fields.damaged("'" + prefix + name + "' is not a name of a setting");
              }
              String path = prefix + name;
              JsonNode value = property.getValue();
              if (value instanceof ObjectNode group) {
                flatten(path + ".", group, fields, settings);
              } else {
                settings.put(path, value(path, value, fields));
              }
            });
  }

  private static Object value(String path, JsonNode node, Fields fields) {
    if (!node.isArray()) {
      return scalar(path, node, fields);
    }
    List<Object> values = new ArrayList<>();
    for (JsonNode element : node) {
      values.add(scalar(path, element, fields));
    }
    return values;
  }

  private static Object scalar(String path, JsonNode node, Fields fields) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if (node.isFloatingPointNumber()) {
      return node.doubleValue();
    }
    throw fields.unexpected(path, "a text, a number, true, false or a list of those", node);
  }
}
