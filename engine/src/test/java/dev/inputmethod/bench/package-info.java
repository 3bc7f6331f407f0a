/**
 * Measurements run by hand, which compare the engine with others; no tests. May use every package
 * of the engine.
 */
@NullMarked
package dev.inputmethod.bench;

import org.jspecify.annotations.NullMarked;
