/**
 * What is wrong with something a user gave us, told so that they can mend it. Used by every
 * package; depends on none.
 */
@NullMarked
package dev.inputmethod.problem;

import org.jspecify.annotations.NullMarked;
