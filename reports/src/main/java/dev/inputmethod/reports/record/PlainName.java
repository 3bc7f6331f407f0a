package dev.inputmethod.reports.record;

import java.util.Locale;
import java.util.Set;

/** Whether a text can be the name of one file or directory on every platform, and nothing more. */
public final class PlainName {
  /** What the file systems in use take, in UTF-16 units; well below their 255 bytes for ASCII. */
  private static final int LONGEST = 200;

  private static final String NEVER = "/\\:*?\"<>|";

  private static final Set<String> WINDOWS_DEVICES = Set.of("con", "prn", "aux", "nul");

  private PlainName() {}

  /** False for a path, a hidden name, a device of Windows, or what some file system cannot hold. */
  public static boolean isPlain(String name) {
    if (name.isBlank() || name.length() > LONGEST || name.startsWith(".") || !endsPlain(name)) {
      return false;
    }
    return !isDevice(name)
        && name.chars().noneMatch(c -> Character.isISOControl(c) || NEVER.indexOf(c) >= 0);
  }

  private static boolean endsPlain(String name) {
    char last = name.charAt(name.length() - 1);
    return last != '.' && last != ' ' && name.charAt(0) != ' ';
  }

  /** Whether Windows opens a device instead, whatever extension follows. */
  public static boolean isDevice(String name) {
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT).strip();
    return WINDOWS_DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9¹²³]");
  }
}
