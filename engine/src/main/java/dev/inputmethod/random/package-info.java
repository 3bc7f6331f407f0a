/** Random numbers that are the same everywhere. Used by layer and task; depends on nothing. */
@NullMarked
package dev.inputmethod.random;

import org.jspecify.annotations.NullMarked;
