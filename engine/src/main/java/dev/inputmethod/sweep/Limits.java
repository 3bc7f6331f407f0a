package dev.inputmethod.sweep;

/**
 * How much of this machine a child JVM may take.
 *
 * @param heapMegabytes Java objects, the kernels' arrays among them
 * @param offHeapMegabytes ND4J's arrays
 * @param crowded whether children side by side take every core, so that none is left to compile on
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
   * A fair share of this machine's (or container's) memory and cores.
   *
   * @param children JVMs side by side
   */
  public static Limits shared(int children) {
    return shared(children, physicalMegabytes(), Runtime.getRuntime().availableProcessors());
  }

  /**
   * Four fifths of the memory go to the children. Half of a child's share is heap, where the fast
   * form has its arrays; the reference form has them off it.
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
