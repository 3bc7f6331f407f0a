package dev.inputmethod.layer;

/** How {@link StateAttention} measures how well a state answers a query. */
public enum AttentionScore {
  /** q·h / √n, n numbers each (Vaswani et al. 2017). Without parameters. */
  DOT,
  /** vᵀ·tanh(Q·q + K·h + b) (Bahdanau, Cho and Bengio 2015). */
  ADDITIVE
}
