/**
 * The Maven goals: each converts its parameters into one call of the engine, and the engine's
 * exceptions into Maven's.
 */
@NullMarked
package dev.inputmethod.plugin;

import org.jspecify.annotations.NullMarked;
