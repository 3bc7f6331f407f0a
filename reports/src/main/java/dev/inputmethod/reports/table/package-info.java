/**
 * Turns an experiment's records into tables for other programs: {@code results.csv} and {@code
 * results.json}. Used by the engine and the doors; depends on {@code record}, {@code comparison},
 * {@code gradient} and Jackson's tree.
 */
@NullMarked
package dev.inputmethod.reports.table;

import org.jspecify.annotations.NullMarked;
