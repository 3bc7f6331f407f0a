package dev.inputmethod.experiment;

import dev.inputmethod.reports.record.Configuration;
import java.util.Map;

/** All settings of a trial except its seed. */
public record TrialConfig(
    TaskSettings task,
    DataSettings data,
    ModelSettings model,
    TrainingSettings training,
    ObserveSettings observe) {

  /** Returns the settings that have an effect, in the experiment file's order, for records. */
  public Configuration canonical() {
    return new Configuration(SettingValues.effective(this));
  }

  /**
   * Returns the settings that a trial's name is derived from: those with an effect, without the
   * path of the dialogues. Moved dialogues are the same dialogues; their content is hashed
   * separately.
   */
  public Configuration identity() {
    Map<String, Object> settings = SettingValues.effective(this);
    settings.remove("data.dialogues");
    return new Configuration(settings);
  }

  /**
   * Returns the configuration in a record; settings without effect have their defaults.
   *
   * @param where the record's file, for messages
   * @throws dev.inputmethod.problem.InvalidInputException if this version does not know a setting
   *     or its value
   */
  public static TrialConfig of(Configuration configuration, String where) {
    return SettingValues.restored(configuration, where);
  }
}
