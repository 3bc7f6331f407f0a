package dev.inputmethod.corpus;

/** What a user can do about malformed lines, and where. */
enum BadLineRemedy {
  /** An experiment's dialogues: the file that names them has a setting for it. */
  SETTING("data.onBadLine", "mend the lines, or set it to skip to leave them out"),

  /** Dialogues that are only read with a finished trial, whose settings stand. */
  MENDING("dialogues", "mend the lines, or take them out");

  private final String where;
  private final String remedy;

  BadLineRemedy(String where, String remedy) {
    this.where = where;
    this.remedy = remedy;
  }

  String where() {
    return where;
  }

  String remedy() {
    return remedy;
  }
}
