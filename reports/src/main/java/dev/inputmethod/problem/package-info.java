/**
 * What is wrong with something that a user gave us, said so that they can fix it. Used by every
 * package; depends on none.
 */
@NullMarked
package dev.inputmethod.problem;

import org.jspecify.annotations.NullMarked;
