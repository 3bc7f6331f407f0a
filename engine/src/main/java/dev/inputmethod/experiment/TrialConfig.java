package dev.inputmethod.experiment;

import dev.inputmethod.reports.record.Configuration;
import java.util.Map;

/** Every setting of a trial but its seed. */
public record TrialConfig(
    TaskSettings task,
    DataSettings data,
    ModelSettings model,
    TrainingSettings training,
    ObserveSettings observe) {

  /** The settings that have an effect, in the experiment file's order: what a record tells. */
  public Configuration canonical() {
    return new Configuration(SettingValues.effective(this));
  }

  /**
   * The same without the dialogues' path: what a trial's name is made of, since moved data is the
   * same data and its content is hashed beside it.
   */
  public Configuration identity() {
    Map<String, Object> settings = SettingValues.effective(this);
    settings.remove("data.dialogues");
    return new Configuration(settings);
  }

  /**
   * What a record was trained with; settings without effect have their defaults.
   *
   * @param where the record's file, for messages
   * @throws dev.inputmethod.problem.InvalidInputException if this version does not know a setting
   *     or its value
   */
  public static TrialConfig of(Configuration configuration, String where) {
    return SettingValues.restored(configuration, where);
  }
}
