package devicehub.matching;

import devicehub.decision.ReviewerDecision;
import devicehub.device.DeviceRecord;
import devicehub.device.RecordKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people decided, in the terms of one line-up: which device, which mail record. */
final class Reviewed {
  private final Map<RecordKey, Integer> devices = new HashMap<>();
  private final Map<RecordKey, Integer> mails = new HashMap<>();
  private final Set<Long> separated = new HashSet<>();
  private final Map<Integer, Integer> merged = new LinkedHashMap<>();

  Reviewed(Lineup lineup) {
    find(lineup, lineup.enrollments, devices);
    find(lineup, lineup.mails, mails);
    devices.replaceAll((key, record) -> lineup.devices.leader(record));
    for (ReviewerDecision decision : lineup.standing.separations()) {
      decision.other().ifPresent(other -> separate(decision.record(), other));
    }
    for (ReviewerDecision decision : lineup.standing.merges()) {
      decision.other().ifPresent(other -> merge(decision.record(), other));
    }
  }

  private static void find(
      Lineup lineup, List<DeviceRecord> records, Map<RecordKey, Integer> found) {
    for (int i = 0; i < records.size() && !lineup.standing.isEmpty(); i++) {
      if (lineup.standing.involves(records.get(i).key())) {
        found.put(records.get(i).key(), i);
      }
    }
  }

  private void separate(RecordKey one, RecordKey other) {
    @Nullable Long pair = pair(one, other);
    if (pair != null) {
      separated.add(pair);
    }
  }

  private void merge(RecordKey one, RecordKey other) {
    @Nullable Long pair = pair(one, other);
    if (pair != null && !separated.contains(pair)) {
      merged.put((int) (long) pair, (int) (pair >>> 32));
    }
  }

  private @Nullable Long pair(RecordKey one, RecordKey other) {
    RecordKey enrollment = devices.containsKey(one) ? one : other;
    RecordKey mail = devices.containsKey(one) ? other : one;
    @Nullable Integer device = devices.get(enrollment);
    @Nullable Integer record = mails.get(mail);
    return device == null || record == null ? null : pack(device, record);
  }

  private static long pack(int device, int mail) {
    return ((long) device << 32) | mail;
  }

  boolean isSeparated(int device, int mail) {
    return !separated.isEmpty() && separated.contains(pack(device, mail));
  }

  /** The device that people merged each mail record into. */
  Map<Integer, Integer> merged() {
    return merged;
  }
}
