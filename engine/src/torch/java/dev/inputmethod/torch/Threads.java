package dev.inputmethod.torch;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Holds libtorch to one thread: the same bits each time, and no waiting for a busy second core. */
final class Threads {
  private Threads() {}

  static void one() {
    torch.set_num_threads(1);
    // OpenBLAS has threads of its own, and its setter works only once the library is loaded.
    Loader.load(org.bytedeco.openblas.global.openblas_nolapack.class);
    openblas_nolapack.blas_set_num_threads(1);
  }
}
