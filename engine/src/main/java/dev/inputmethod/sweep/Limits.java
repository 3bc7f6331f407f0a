package dev.inputmethod.sweep;

/**
 * The resources that a child JVM may use.
 *
 * @param heapMegabytes the size of the Java heap, which contains the kernels' arrays
 * @param offHeapMegabytes the memory for ND4J's arrays
 * @param crowded whether the children occupy all cores, so that none is left for JIT compilers
 */
public record Limits(long heapMegabytes, long offHeapMegabytes, boolean crowded) {
  private static final long SMALLEST = 256;
  private static final long LARGEST = 8192;

  public Limits {
    if (heapMegabytes < 1 || offHeapMegabytes < 1) {
      throw new IllegalArgumentException(
          "limits are at least 1 MB, not " + heapMegabytes + " and " + offHeapMegabytes);
    }
  }

  /**
   * Returns a fair share of the memory and cores of this machine or container.
   *
   * @param children the number of children that run in parallel
   */
  public static Limits shared(int children) {
    return shared(children, physicalMegabytes(), Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns the share of one of the children, which together get four fifths of the memory. Half of
   * a share is heap, for the fast form of the layers; the reference form keeps its arrays off the
   * heap.
   */
  static Limits shared(int children, long physicalMegabytes, int cores) {
    long each = physicalMegabytes * 4 / 5 / children;
    long half = Math.max(SMALLEST, Math.min(LARGEST, each / 2));
    return new Limits(half, half, children > 1 && children >= cores);
  }

  private static long physicalMegabytes() {
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize() >> 20
        : (Runtime.getRuntime().maxMemory() * 4) >> 20;
  }
}
