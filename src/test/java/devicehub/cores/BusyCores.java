package devicehub.cores;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;

/** Keeps every helping core busy until it is closed: who shares work must do it alone. */
public final class BusyCores implements AutoCloseable {
  private final CountDownLatch done = new CountDownLatch(1);
  private final List<ForkJoinTask<?>> busy = new ArrayList<>();

  public BusyCores() {
    for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
      busy.add(ForkJoinPool.commonPool().submit(() -> done.await(1, TimeUnit.MINUTES)));
    }
  }

  @Override
  public void close() {
    done.countDown();
    busy.forEach(ForkJoinTask::join);
  }
}
