package devicehub;

import devicehub.config.IncrementalConfig;
import devicehub.intake.ErasureList;
import devicehub.intake.FeedSpec;
import devicehub.intake.RowSink;
import devicehub.inventory.Snapshot;
import devicehub.polling.Page;
import devicehub.polling.PollSpec;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * A feed as it is wired: what its rows mean, how its bytes are read, where it is polled.
 *
 * @param pagesAsFiles whether several dropped files make one snapshot, each file a page
 * @param delta whether a snapshot adds to the ones before instead of replacing them
 * @param grace how long a record that full snapshots leave out still counts
 * @param stale after how long without anything good people are warned and absence proves nothing
 * @param incremental how its server is asked for what changed; empty: for everything each time
 * @param erased whose rows are ignored
 */
record Feed(
    FeedSpec spec,
    Reader reader,
    boolean pagesAsFiles,
    boolean delta,
    Duration grace,
    Duration stale,
    Optional<PollSpec> poll,
    Optional<IncrementalConfig> incremental,
    ErasureList erased) {

  /** Turns the bytes of one input into rows, and says what the input told of further pages. */
  @FunctionalInterface
  interface Reader {
    Page read(String name, InputStream in, RowSink sink) throws IOException;
  }

  String name() {
    return spec.name();
  }

  /** The same feed, with its next snapshot of another kind than usual. */
  Feed as(Snapshot.Kind kind) {
    return new Feed(
        spec,
        reader,
        pagesAsFiles,
        kind == Snapshot.Kind.DELTA,
        grace,
        stale,
        poll,
        incremental,
        erased);
  }
}
