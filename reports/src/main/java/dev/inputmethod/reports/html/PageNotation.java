package dev.inputmethod.reports.html;

import dev.inputmethod.reports.gradient.Notation;

/** Numbers in reasons as everywhere else on the page. */
final class PageNotation implements Notation {
  @Override
  public String norm(double value) {
    return Numbers.power(value);
  }

  @Override
  public String loss(double value) {
    return Numbers.short3(value);
  }

  @Override
  public String steps(double value) {
    return Numbers.short2(value);
  }
}
