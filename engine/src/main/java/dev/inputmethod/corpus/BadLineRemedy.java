package dev.inputmethod.corpus;

/** What a user can do about malformed lines, and which setting names their file. */
enum BadLineRemedy {
  /** For the dialogues of an experiment, which has a setting for malformed lines. */
  FIX_OR_SKIP("data.onBadLine", "fix the lines, or set data.onBadLine: skip to ignore them"),

  /** For dialogues that are read with a finished trial, whose settings cannot be changed. */
  FIX("dialogues", "fix the lines, or remove them");

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
