package devicehub;

import devicehub.intake.HardwareReader;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.Snapshot;
import devicehub.inventory.SnapshotLog;
import java.io.IOException;
import java.util.List;

/**
 * Joins dropped files that are pages of one answer. Pages that wait for the others stand in the
 * snapshot log as a held snapshot, so a restart does not forget them.
 */
final class PageFiles {
  private final SnapshotLog log;
  private final RawStore raw;
  private final HardwareReader hardware;

  PageFiles(SnapshotLog log, RawStore raw, HardwareReader hardware) {
    this.log = log;
    this.raw = raw;
    this.hardware = hardware;
  }

  /** The page together with those that wait for it; the page alone if it completes itself. */
  Draft joined(Feed feed, Draft page) throws IOException {
    List<RawPart> waiting = waiting(feed);
    if (page.isComplete() || waiting.isEmpty()) {
      return page;
    }
    Draft joined = new Draft(feed, hardware, page.at());
    for (RawPart part : waiting) {
      if (page.parts().stream().noneMatch(p -> replaces(p, part))) {
        joined.recall(raw, part);
      }
    }
    for (RawPart part : page.parts()) {
      joined.reread(raw, part);
    }
    return joined;
  }

  /** The same page dropped again, changed or not, takes the place of the earlier one. */
  private static boolean replaces(RawPart newer, RawPart older) {
    return newer.sha256().equals(older.sha256()) || newer.name().equals(older.name());
  }

  private List<RawPart> waiting(Feed feed) {
    return log.latest(feed.name())
        .filter(latest -> latest.state() == Snapshot.State.HELD)
        .filter(latest -> latest.reason().startsWith("waiting for the pages"))
        .map(Snapshot::parts)
        .orElse(List.of());
  }
}
