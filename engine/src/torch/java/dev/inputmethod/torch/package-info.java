/**
 * Asks PyTorch what our layers and our training should give: turns fixed seeds into reference
 * cases, and exported batches into losses. Run by hand, from its own POM; depends on nothing of the
 * project.
 */
package dev.inputmethod.torch;
