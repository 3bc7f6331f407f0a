/**
 * Turns an experiment's records into configurations compared over seeds: means, spreads, a ranking,
 * and the settings that differ. Used by every report; depends on {@code record} and Commons Math
 * only.
 */
@NullMarked
package dev.inputmethod.reports.comparison;

import org.jspecify.annotations.NullMarked;
