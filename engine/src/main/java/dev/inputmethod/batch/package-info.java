/** The command line: targets, properties, file patterns, progress. The only package that prints. */
@NullMarked
package dev.inputmethod.batch;

import org.jspecify.annotations.NullMarked;
