/**
 * Turns what is observed while a network backpropagates into measurements. Used by training;
 * depends on layer and model.
 */
@NullMarked
package dev.inputmethod.probe;

import org.jspecify.annotations.NullMarked;
