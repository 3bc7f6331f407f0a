/**
 * The arithmetic of the fast form: matrix products, cells, softmax and Adam on Java arrays of
 * floats. Knows nothing of DeepLearning4J, layers or words. {@link
 * dev.inputmethod.kernel.ContextPass}, which answers somebody who types, sums in another order.
 *
 * <p>Every operation is a sequence of exactly rounded ones (+, −, ·, /, √, fused multiply-add)
 * whose order for each number depends on the shapes alone. So the results are the same bits on
 * every machine, before and after just-in-time compilation, with vectors of any width or none.
 */
@NullMarked
package dev.inputmethod.kernel;

import org.jspecify.annotations.NullMarked;
