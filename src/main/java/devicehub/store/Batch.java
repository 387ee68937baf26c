package devicehub.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** One statement for many rows, sent a thousand at a time; the rest goes with {@link #close}. */
final class Batch implements AutoCloseable {
  private static final int ROWS = 1_000;

  private final PreparedBatch batch;

  Batch(Handle handle, String sql) {
    this.batch = handle.prepareBatch(sql);
  }

  void add(@Nullable Object... values) {
    batch.add(values);
    if (batch.size() == ROWS) {
      batch.execute();
    }
  }

  @Override
  public void close() {
    if (batch.size() > 0) {
      batch.execute();
    }
    batch.close();
  }
}
