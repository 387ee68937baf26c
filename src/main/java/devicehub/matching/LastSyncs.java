package devicehub.matching;

import devicehub.cores.Shares;
import devicehub.device.DeviceRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest sync that each mail feed knows of, from which staleness is reckoned. It is the one
 * thing that a mail record's decision depends on beyond the records it shares a key with.
 */
final class LastSyncs {
  private static final long DAY = 86_400_000L;

  private final Map<String, Long> newest = new HashMap<>();

  static LastSyncs of(List<DeviceRecord> mails) {
    LastSyncs all = new LastSyncs();
    Shares.of(mails.size(), (from, to) -> of(mails, from, to))
        .forEach(part -> part.newest.forEach(all::learn));
    return all;
  }

  private static LastSyncs of(List<DeviceRecord> mails, int from, int to) {
    LastSyncs part = new LastSyncs();
    for (int mail = from; mail < to; ) {
      String feed = mails.get(mail).feed(); // records of one feed stand together
      long latest = DeviceRecord.NEVER;
      for (; mail < to && mails.get(mail).feed().equals(feed); mail++) {
        latest = Math.max(latest, mails.get(mail).lastSeenMillis());
      }
      part.learn(feed, latest);
    }
    return part;
  }

  void learn(DeviceRecord mail) {
    learn(mail.feed(), mail.lastSeenMillis());
  }

  private void learn(String feed, long sync) {
    newest.merge(feed, sync, Math::max);
  }

  /** The feeds of which the newest sync is not the same to both. */
  Set<String> otherThan(LastSyncs then) {
    Set<String> others = new HashSet<>();
    newest.forEach(
        (feed, sync) -> {
          if (!sync.equals(then.newest.get(feed))) {
            others.add(feed);
          }
        });
    return others;
  }

  /** Since when a feed's partnerships have synced that are alive; long ago if it tells no sync. */
  long aliveSince(String feed, int staleDays) {
    long reference = newest.getOrDefault(feed, DeviceRecord.NEVER);
    return reference <= DeviceRecord.UNDECIDED ? Long.MIN_VALUE : reference - staleDays * DAY;
  }
}
