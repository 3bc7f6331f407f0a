/**
 * What a trial leaves behind on disk, as values: its configuration, measurements and record, where
 * each file lies, and how it is written and read. Written by the engine, read by every report;
 * depends on {@code problem} and Jackson only.
 */
@NullMarked
package dev.inputmethod.reports.record;

import org.jspecify.annotations.NullMarked;
