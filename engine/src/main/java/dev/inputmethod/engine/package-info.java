/**
 * What a door calls: an experiment to run, a trial to evaluate or to predict with, told to a
 * listener as it happens. The Maven goals and the batch tool are words around this package; it
 * never prints.
 */
@NullMarked
package dev.inputmethod.engine;

import org.jspecify.annotations.NullMarked;
