/** PyTorch, doing the training steps that the engine is compared with. */
package dev.inputmethod.peer;
