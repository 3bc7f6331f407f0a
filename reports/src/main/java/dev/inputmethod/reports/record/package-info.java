/**
 * What a trial leaves behind on disk, as values: its configuration, measurements and record, and
 * where each file lies. Written by the engine, read by every report; depends on Jackson only.
 */
@NullMarked
package dev.inputmethod.reports.record;

import org.jspecify.annotations.NullMarked;
