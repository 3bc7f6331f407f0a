package dev.inputmethod.kernel;

import java.lang.reflect.InvocationTargetException;

/** Chooses between vectors and plain loops. */
public final class KernelChoice {
  /**
   * The module that the vectors need. Every JDK has it, but it must be added by an option; other
   * runtimes may lack it.
   */
  public static final String MODULE = "jdk.incubator.vector";

  private KernelChoice() {}

  static Kernels best() {
    return ModuleLayer.boot().findModule(MODULE).isPresent() ? vectors() : new LoopKernels();
  }

  /** By name: it is compiled apart, since the module may be absent. */
  private static Kernels vectors() {
    try {
      return Class.forName("dev.inputmethod.kernel.VectorKernels")
          .asSubclass(Kernels.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (InvocationTargetException
        | InstantiationException
        | IllegalAccessException
        | NoSuchMethodException
        | ClassNotFoundException e) {
      throw new IllegalStateException("the engine's jar lacks its vector kernels", e);
    }
  }
}
