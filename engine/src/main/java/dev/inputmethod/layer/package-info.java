/**
 * Recurrent layers for DeepLearning4J: cells, directions, stacking, a sparse softmax output. Used
 * by the model; knows nothing of words or trials.
 */
@NullMarked
package dev.inputmethod.layer;

import org.jspecify.annotations.NullMarked;
