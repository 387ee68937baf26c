package devicehub.matching;

import devicehub.decision.Answer;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people decided, in the terms of one line-up: which device, which mail record. A separation
 * holds for the same client's record under another spelling of its mailbox as well, as far as the
 * directory knows that the two are one person's.
 *
 * <pre>
 *   separate mdm:e7 exchange:jane@…/JUQ…E10   →   nor is exchange:j.doe@…/JUQ…E10 mdm:e7
 * </pre>
 *
 * <p>Once the enrolment that a decision names is gone, it is about the one that has its hardware.
 */
final class Reviewed {
  private final Lineup lineup;
  private final Directory directory;
  private final Map<RecordKey, Integer> devices = new HashMap<>();
  private final Map<RecordKey, Integer> mails = new HashMap<>();
  private final Map<Long, ReviewerDecision> separated = new HashMap<>();
  private final Map<Integer, Integer> merged = new LinkedHashMap<>();
  private final Map<Integer, Ended> ended = new LinkedHashMap<>();

  /** A merge by hand that holds no more, the device being excluded or somebody else's by now. */
  record Ended(int device, ReviewerDecision decision) {}

  Reviewed(Lineup lineup, Directory directory) {
    this.lineup = lineup;
    this.directory = directory;
    find(lineup.enrollments, devices);
    find(lineup.mails, mails);
    devices.replaceAll((key, record) -> lineup.enrolled.devices.leader(record));
    lineup.standing.separations().forEach(this::separate);
    lineup.standing.merges().forEach(this::merge);
  }

  private void find(List<DeviceRecord> records, Map<RecordKey, Integer> found) {
    for (int i = 0; i < records.size() && !lineup.standing.isEmpty(); i++) {
      if (lineup.standing.involves(records.get(i))) {
        found.put(records.get(i).key().folded(), i);
      }
    }
  }

  private static List<RecordKey> records(ReviewerDecision decision) {
    return Stream.concat(Stream.of(decision.record()), decision.other().stream())
        .map(RecordKey::folded)
        .toList();
  }

  /** The device of the enrolment that a decision names. */
  private @Nullable Integer named(ReviewerDecision decision) {
    return records(decision).stream()
        .map(devices::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Those that have the hardware of an enrolment that is gone: mostly one, or none. */
  private Set<Integer> enrolledAnew(ReviewerDecision decision) {
    Set<Integer> found = new TreeSet<>();
    KeyIndex byId = lineup.enrolled.byId;
    for (String id : decision.hardware()) {
      long hash = IdText.hash(id);
      int first = lineup.ids.shared.isShared(hash) ? -1 : byId.first(hash);
      for (int at = first; at >= 0; at = byId.next(at)) {
        if (EnrolledDevices.hasHardwareId(lineup.enrollments.get(byId.value(at)), hash)) {
          found.add(lineup.enrolled.devices.leader(byId.value(at)));
        }
      }
    }
    return found;
  }

  private void separate(ReviewerDecision decision) {
    @Nullable Integer named = named(decision);
    for (int device : named == null ? enrolledAnew(decision) : Set.of(named)) {
      for (RecordKey mail : records(decision)) {
        @Nullable Integer record = mails.get(mail);
        if (record != null) {
          separated.put(pack(device, record), decision);
        }
        separateSpellings(device, mail, decision);
      }
    }
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
    KeyIndex index = lineup.mailed.byOwner;
    String deviceId = mail.id().substring(slash + 1);
    for (int e = index.first(Ownership.key(person)); e >= 0; e = index.next(e)) {
      DeviceRecord record = lineup.mails.get(index.value(e));
      if (record.feed().equals(mail.feed()) && IdText.fold(record.deviceId()).equals(deviceId)) {
        separated.putIfAbsent(pack(device, index.value(e)), decision);
      }
    }
  }

  private void merge(ReviewerDecision decision) {
    @Nullable Integer named = named(decision);
    Set<Integer> anew = named == null ? enrolledAnew(decision) : Set.of(named);
    for (RecordKey mail : records(decision)) {
      @Nullable Integer record = mails.get(mail);
      if (record == null || anew.size() != 1 || isSeparated(anew.iterator().next(), record)) {
        continue;
      }
      int device = anew.iterator().next();
      merged.remove(record);
      ended.remove(record);
      if (isThatPair(decision, device, record)) {
        merged.put(record, device);
      } else {
        ended.put(record, new Ended(device, decision));
      }
    }
  }

  /**
   * Whether a pair is still the one that a person saw. Whoever has the phone by now may be somebody
   * else, of whom nobody said anything; unless the owners differed then as well.
   */
  private boolean isThatPair(ReviewerDecision decision, int device, int mail) {
    if (!lineup.enrolled.mayMeet(device)) {
      return false;
    }
    RecordKey leading = lineup.enrollments.get(device).key().folded();
    boolean differed = decision.known().sameOwner().orElse(Answer.NO) == Answer.NO;
    return lineup.owner(device, mail) != Answer.NO
        || (differed && records(decision).contains(leading));
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

  /** Where people saw each mail record whose merge by hand has ended. */
  Map<Integer, Ended> ended() {
    return ended;
  }
}
