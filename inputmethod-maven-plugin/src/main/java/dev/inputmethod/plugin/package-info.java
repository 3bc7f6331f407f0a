/**
 * Maven's goals: each turns parameters into one call of the engine and its failures into Maven's.
 * Nothing else.
 */
@NullMarked
package dev.inputmethod.plugin;

import org.jspecify.annotations.NullMarked;
