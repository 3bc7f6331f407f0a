/**
 * Turns dialogue files into a segmented, split and encoded corpus on disk. Used by the task;
 * depends on no other package of the engine.
 */
@NullMarked
package dev.inputmethod.corpus;

import org.jspecify.annotations.NullMarked;
