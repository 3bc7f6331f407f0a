/**
 * Parses YAML text into {@link dev.inputmethod.yaml.Node}s with positions, and reports every
 * mistake with its position. Used for experiment files and build files; depends on no other package
 * of the engine.
 */
@NullMarked
package dev.inputmethod.yaml;

import org.jspecify.annotations.NullMarked;
