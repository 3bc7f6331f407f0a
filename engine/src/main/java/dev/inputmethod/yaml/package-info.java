/**
 * Turns a YAML text into {@link dev.inputmethod.yaml.Node}s that know where they were written, and
 * collects every mistake with its place. Used for experiment files and build files; depends on no
 * other package of the engine.
 */
@NullMarked
package dev.inputmethod.yaml;

import org.jspecify.annotations.NullMarked;
