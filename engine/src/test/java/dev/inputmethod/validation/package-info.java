/** Compares what the tasks with known answers came to with what is published; run by a profile. */
@NullMarked
package dev.inputmethod.validation;

import org.jspecify.annotations.NullMarked;
