/**
 * Turns an experiment's records into one page of HTML that answers its question, and all
 * experiments into an index. The pages need nothing beside them. Used by the doors; depends on the
 * records, their comparison, the verdicts on their gradients and the charts.
 */
@NullMarked
package dev.inputmethod.reports.html;

import org.jspecify.annotations.NullMarked;
