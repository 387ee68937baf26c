package devicehub.cores;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Shares a walk over records among the cores. The parts come back in the records' order, so that
 * nothing depends on who was faster.
 *
 * <pre>
 *   of(1,000,000, part) on two cores  →  part(0, 125000)  part(125000, 250000)  …  part(875000, 1000000)
 * </pre>
 */
public final class Shares {
  /** Less than this is done sooner by one core than handed to two. */
  private static final int SMALL = 10_000;

  /** Parts by core: one that is slow leaves the others something to do. */
  private static final int BY_CORE = 4;

  /** One part of the walk; it may write to its own records' places only. */
  public interface Part<T> {
    T walk(int from, int to);
  }

  private Shares() {}

  public static <T> List<T> of(int size, Part<T> part) {
    int parts = size < SMALL ? 1 : BY_CORE * Runtime.getRuntime().availableProcessors();
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(p -> part.walk(bound(size, p, parts), bound(size, p + 1, parts)))
        .toList();
  }

  private static int bound(int size, int part, int parts) {
    return (int) ((long) size * part / parts);
  }

  /** Begins something on another core; to be waited for with {@code get}. */
  public static <T> Supplier<T> aside(Supplier<T> work) {
    return ForkJoinPool.commonPool().submit(work::get)::join;
  }
}
