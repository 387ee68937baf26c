package devicehub.matching;

import devicehub.decision.ReviewerDecision;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.KeyIndex;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import devicehub.directory.Directory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people decided, in the terms of one line-up: which device, which mail record. A separation
 * holds for the same client's record under another spelling of its mailbox as well, as far as the
 * directory knows that the two are one person's.
 *
 * <pre>
 *   separate mdm:e7 exchange:jane@…/JUQ…E10   →   nor is exchange:j.doe@…/JUQ…E10 mdm:e7
 * </pre>
 */
final class Reviewed {
  private final Lineup lineup;
  private final Directory directory;
  private final Map<RecordKey, Integer> devices = new HashMap<>();
  private final Map<RecordKey, Integer> mails = new HashMap<>();
  private final Map<Long, ReviewerDecision> separated = new HashMap<>();
  private final Map<Integer, Integer> merged = new LinkedHashMap<>();

  Reviewed(Lineup lineup, Directory directory) {
    this.lineup = lineup;
    this.directory = directory;
    find(lineup.enrollments, devices);
    find(lineup.mails, mails);
    devices.replaceAll((key, record) -> lineup.devices.leader(record));
    for (ReviewerDecision decision : lineup.standing.separations()) {
      decision
          .other()
          .ifPresent(other -> separate(decision.record().folded(), other.folded(), decision));
    }
    for (ReviewerDecision decision : lineup.standing.merges()) {
      decision.other().ifPresent(other -> merge(decision.record().folded(), other.folded()));
    }
  }

  private void find(List<DeviceRecord> records, Map<RecordKey, Integer> found) {
    for (int i = 0; i < records.size() && !lineup.standing.isEmpty(); i++) {
      if (lineup.standing.involves(records.get(i))) {
        found.put(records.get(i).key().folded(), i);
      }
    }
  }

  private void separate(RecordKey one, RecordKey other, ReviewerDecision decision) {
    RecordKey enrollment = devices.containsKey(one) ? one : other;
    RecordKey mail = devices.containsKey(one) ? other : one;
    @Nullable Integer device = devices.get(enrollment);
    if (device == null) {
      return;
    }
    @Nullable Integer record = mails.get(mail);
    if (record != null) {
      separated.put(pack(device, record), decision);
    }
    separateSpellings(device, mail, decision);
  }

  /** The id of a mail record is its mailbox and its client's id, parted by the last slash. */
  private void separateSpellings(int device, RecordKey mail, ReviewerDecision decision) {
    int slash = mail.id().lastIndexOf('/');
    @Nullable Person person =
        slash <= 0 || directory.isEmpty()
            ? null
            : directory.find(OwnerClaim.of(mail.id().substring(0, slash))).orElse(null);
    if (person == null) {
      return;
    }
    KeyIndex index = lineup.mailsByOwner;
    String deviceId = mail.id().substring(slash + 1);
    for (int e = index.first(Ownership.key(person)); e >= 0; e = index.next(e)) {
      DeviceRecord record = lineup.mails.get(index.value(e));
      if (record.feed().equals(mail.feed()) && IdText.fold(record.deviceId()).equals(deviceId)) {
        separated.putIfAbsent(pack(device, index.value(e)), decision);
      }
    }
  }

  private void merge(RecordKey one, RecordKey other) {
    RecordKey enrollment = devices.containsKey(one) ? one : other;
    RecordKey mail = devices.containsKey(one) ? other : one;
    @Nullable Integer device = devices.get(enrollment);
    @Nullable Integer record = mails.get(mail);
    if (device != null && record != null && !isSeparated(device, record)) {
      merged.put(record, device);
    }
  }

  private static long pack(int device, int mail) {
    return ((long) device << 32) | mail;
  }

  boolean isSeparated(int device, int mail) {
    return !separated.isEmpty() && separated.containsKey(pack(device, mail));
  }

  /** Who separated a pair, and why. */
  Optional<ReviewerDecision> separation(int device, int mail) {
    return Optional.ofNullable(separated.get(pack(device, mail)));
  }

  /** The device that people merged each mail record into. */
  Map<Integer, Integer> merged() {
    return merged;
  }
}
