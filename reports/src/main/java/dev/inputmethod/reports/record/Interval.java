package dev.inputmethod.reports.record;

/** From where to where a figure lies, both ends included; 95 % unless said otherwise. */
public record Interval(double low, double high) {}
