package dev.inputmethod.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the table of settings as a JSON Schema of an experiment file, for editors. */
final class ExperimentSchema {
  private static final SettingTable TABLE = SettingTable.STANDARD;
  private static final String BARE_SEED = "seed"; // may mean the trials' seeds

  private static final Map<String, String> GROUPS =
      Map.of(
          "task", "What is learned; a name alone is short for its defaults.",
          "data", "What is learned from, and how it is cut into contexts and targets.",
          "data.split", "How dialogues are divided; the three shares sum to 1.",
          "model", "The network.",
          "training", "How the network learns.",
          "observe", "How often the network is looked at.");

  private ExperimentSchema() {}

  static Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        "experiment",
        described(
            "The experiment's name: letters, digits, '.', '_' and '-'. By default the file's name.",
            "type",
            "string",
            "pattern",
            "^[\\p{L}\\p{M}\\p{N}_-]([\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}_-])?$",
            "maxLength",
            100));
    properties.put(
        "question",
        described(
            "What the experiment is to answer; heads the report.",
            "type",
            "string",
            "pattern",
            "\\S"));
    for (String group : TABLE.groups()) {
      if (!group.contains(".")) {
        properties.put(group, reference(group));
      }
    }
    properties.put("verdict", verdict());
    properties.put(
        "workers",
        described(
            "Trials that run side by side; by default one a core.",
            "type",
            "integer",
            "minimum",
            1,
            "maximum",
            256));
    properties.put("sweep", sweep());
    properties.put(
        "seeds",
        described(
            "One trial of each configuration for each seed.",
            "type",
            "array",
            "minItems",
            1,
            "uniqueItems",
            true,
            "default",
            List.of(1L),
            "items",
            ordered("type", "integer", "minimum", 0, "maximum", Kind.Whole.LARGEST)));

    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Input method experiment");
    schema.put(
        "description",
        "One experiment file. Without data.dialogues, here or in the sweep, or a task that makes"
            + " its own examples, there is nothing to learn from.");
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    schema.put("definitions", definitions());
    return schema;
  }

  private static Map<String, Object> verdict() {
    Map<String, Object> members = new LinkedHashMap<>();
    for (VerdictReader.Threshold threshold : VerdictReader.THRESHOLDS) {
      Map<String, Object> member =
          described(threshold.description(), "default", threshold.byDefault());
      member.putAll(values(threshold.kind()));
      members.put(threshold.name(), member);
    }
    return described(
        "What verdicts on gradients are judged by; no part of a trial's name.",
        "type",
        List.of("object", "null"),
        "additionalProperties",
        false,
        "properties",
        members);
  }

  private static Map<String, Object> sweep() {
    Map<String, Object> axes = new LinkedHashMap<>();
    for (String path : TABLE.names()) {
      for (String name : namesOf(path)) {
        axes.put(name, axis(path));
      }
    }
    axes.put(SettingTable.ALL, anySettings());
    return described(
        "Axes: settings or maps of settings, by name or dotted path, each with its values. Every"
            + " combination is tried; a swept setting overrides its fixed value.",
        "type",
        List.of("object", "null"),
        "additionalProperties",
        false,
        "properties",
        axes);
  }

  /** Values of the axis that sets whatever it names. */
  private static Map<String, Object> anySettings() {
    Map<String, Object> byName = new LinkedHashMap<>();
    for (String path : TABLE.names()) {
      namesOf(path).forEach(name -> byName.put(name, reference(path)));
    }
    return described(
        "Settings of any group, by name or dotted path: a value of the axis sets several, such as"
            + " {cell: rnn, gradientClipping: {globalNorm: 1}}.",
        "type",
        "array",
        "minItems",
        1,
        "uniqueItems",
        true,
        "items",
        ordered(
            "type",
            "object",
            "minProperties",
            1,
            "additionalProperties",
            false,
            "properties",
            byName));
  }

  /** The path and every shorter name that means it alone. */
  static List<String> namesOf(String path) {
    List<String> names = new ArrayList<>();
    String name = path;
    while (true) {
      if (TABLE.meant(name).equals(List.of(path)) && !name.equals(BARE_SEED)) {
        names.add(name);
      }
      if (!name.contains(".")) {
        return names;
      }
      name = name.substring(name.indexOf('.') + 1);
    }
  }

  private static Map<String, Object> axis(String path) {
    Object value = reference(path);
    if (path.equals("task")) {
      value =
          ordered(
              "anyOf",
              List.of(
                  reference("task.name"),
                  ordered("allOf", List.of(value, ordered("type", "object", "minProperties", 1)))));
    } else if (TABLE.isGroup(path)) {
      value = ordered("allOf", List.of(value, ordered("type", "object", "minProperties", 1)));
    }
    return described(
        TABLE.find(path).map(Setting::description).orElseGet(() -> GROUPS.getOrDefault(path, "")),
        "type",
        "array",
        "minItems",
        1,
        "uniqueItems",
        true,
        "items",
        value);
  }

  private static Map<String, Object> definitions() {
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (String group : TABLE.groups()) {
      Map<String, Object> members = new LinkedHashMap<>();
      TABLE.members(group).forEach(name -> members.put(name, reference(group + "." + name)));
      definitions.put(
          group,
          described(
              GROUPS.getOrDefault(group, ""),
              "type",
              List.of("object", "null"),
              "additionalProperties",
              false,
              "properties",
              members));
    }
    Object asMap = definitions.get("task");
    definitions.put("task", ordered("anyOf", List.of(reference("task.name"), asMap)));
    for (Setting setting : TABLE.settings()) {
      Map<String, Object> definition = described(setting.description() + effect(setting));
      setting.byDefault().ifPresent(value -> definition.put("default", value));
      definition.putAll(values(setting.kind()));
      definitions.put(setting.path(), definition);
    }
    return definitions;
  }

  private static String effect(Setting setting) {
    return setting.effect().isEmpty() ? "" : " Has an effect with " + setting.effect() + " only.";
  }

  private static Map<String, Object> values(Kind kind) {
    if (kind instanceof Kind.Words words) {
      return ordered("enum", words.words());
    }
    if (kind instanceof Kind.Whole whole) {
      return ordered("type", "integer", "minimum", whole.least(), "maximum", whole.most());
    }
    if (kind instanceof Kind.Real real) {
      return ordered(
          "type",
          "number",
          real.aboveLeast() ? "exclusiveMinimum" : "minimum",
          real.least(),
          real.belowMost() ? "exclusiveMaximum" : "maximum",
          real.most());
    }
    if (kind instanceof Kind.Flag) {
      return ordered("type", "boolean");
    }
    if (kind instanceof WordOr either) {
      return ordered(
          "anyOf", List.of(ordered("enum", List.of(either.word())), values(either.number())));
    }
    if (kind instanceof ClippingKind clipping) {
      Map<String, Object> members = new LinkedHashMap<>();
      ClippingKind.names().forEach(name -> members.put(name, values(clipping.limit())));
      return ordered(
          "anyOf",
          List.of(
              ordered("enum", List.of(ClippingKind.NONE)),
              ordered(
                  "type",
                  "object",
                  "minProperties",
                  1,
                  "maxProperties",
                  1,
                  "additionalProperties",
                  false,
                  "properties",
                  members)));
    }
    Map<String, Object> text = ordered("type", "string", "pattern", "\\S");
    return ordered("anyOf", List.of(text, ordered("type", "array", "minItems", 1, "items", text)));
  }

  private static Map<String, Object> reference(String path) {
    return ordered("$ref", "#/definitions/" + path);
  }

  private static Map<String, Object> described(String description, Object... rest) {
    Map<String, Object> map = ordered("description", description);
    map.putAll(ordered(rest));
    return map;
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
