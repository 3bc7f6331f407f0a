package dev.inputmethod.reports.record;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;

/**
 * Where JSON was read from, for messages.
 *
 * @param where the file and, in a file of lines, {@code :line}
 * @param remedy what the user can do about damage
 */
record Source(String where, String remedy) {
  InvalidInputException missing() {
    return new InvalidInputException(new Problem(where, "no such file; " + remedy));
  }

  InvalidInputException newer(int schema, int known) {
    return new InvalidInputException(
        new Problem(
            where,
            "written by a newer version (schema "
                + schema
                + ", this version reads "
                + known
                + "); use that version, or another output directory"));
  }

  InvalidInputException damaged(String what) {
    return new InvalidInputException(new Problem(where, "damaged: " + what + "; " + remedy));
  }
}
