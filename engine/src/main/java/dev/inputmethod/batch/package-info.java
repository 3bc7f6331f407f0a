/**
 * The command-line tool: targets, properties, file patterns and progress; and what the Maven goals
 * share with it. The only package that prints. Used by the plugin.
 */
@NullMarked
package dev.inputmethod.batch;

import org.jspecify.annotations.NullMarked;
