package dev.inputmethod.reports.record;

/** Dotted paths of the settings that several reports ask for. */
public final class SettingPaths {
  public static final String CELL = "model.cell";
  public static final String DIRECTION = "model.direction";
  public static final String CONTEXT_LENGTH = "data.contextLength";
  public static final String TASK = "task.name";

  private SettingPaths() {}
}
