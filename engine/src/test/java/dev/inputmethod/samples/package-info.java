/** Runnable samples of the public layers, each proved by a test of its own. */
@NullMarked
package dev.inputmethod.samples;

import org.jspecify.annotations.NullMarked;
