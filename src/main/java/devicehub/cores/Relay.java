package devicehub.cores;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;

/**
 * Parts that any core makes and the caller uses, in order: while it uses one, others are made, and
 * while it has to wait for one, it makes another itself. Few are made ahead, since each takes room.
 *
 * <pre>
 *   caller      make 0   use 0   use 1   make 3   use 2   use 3  …
 *   other core  make 1   make 2          make 4   make 5         …
 * </pre>
 */
public final class Relay {
  /** So many parts by core are begun before the first of them is used up. */
  private static final int AHEAD = 2;

  /** Uses a part; may fail in its own way. */
  public interface Use<T, E extends Exception> {
    void use(T part) throws E;
  }

  private Relay() {}

  /**
   * Makes and uses parts 0 to {@code count}.
   *
   * @param make must not depend on the parts before; where it fails, that part's turn fails, and no
   *     later one is used
   */
  public static <T, E extends Exception> void run(int count, IntFunction<T> make, Use<T, E> use)
      throws E {
    int ahead = Math.min(count, AHEAD * Runtime.getRuntime().availableProcessors());
    Deque<FutureTask<T>> begun = new ArrayDeque<>();
    try {
      for (int next = 0; next < count || !begun.isEmpty(); ) {
        for (; next < count && begun.size() < ahead; next++) {
          begun.add(begin(next, make));
        }
        help(begun);
        use.use(made(begun.remove()));
      }
    } finally {
      begun.forEach(task -> task.cancel(false));
    }
  }

  private static <T> FutureTask<T> begin(int part, IntFunction<T> make) {
    FutureTask<T> task = new FutureTask<>(() -> make.apply(part));
    ForkJoinPool.commonPool().execute(task);
    return task;
  }

  /** Makes parts until the first is there; what another core has begun already is left to it. */
  private static void help(Deque<? extends FutureTask<?>> begun) {
    for (FutureTask<?> task : begun) {
      if (begun.getFirst().isDone()) {
        return;
      }
      task.run();
    }
  }

  private static <T> T made(Future<T> part) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return part.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause()); // a function has no other way to fail
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
