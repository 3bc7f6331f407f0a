/**
 * Turns a trial's measurements into fits of its decay, a summary and a verdict, and a
 * configuration's trials into the verdict of the majority. Used by the engine when a trial ends and
 * by every report; depends on {@code record} and {@code comparison} only.
 */
@NullMarked
package dev.inputmethod.reports.gradient;

import org.jspecify.annotations.NullMarked;
