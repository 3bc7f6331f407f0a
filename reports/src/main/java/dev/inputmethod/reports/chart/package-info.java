/**
 * Turns lines of numbers into SVG pictures, drawn by JFreeChart through Batik. Used by the HTML
 * report; the only place that knows either library. Pictures carry classes and no colours: the
 * page's style sheet paints them.
 */
@NullMarked
package dev.inputmethod.reports.chart;

import org.jspecify.annotations.NullMarked;
