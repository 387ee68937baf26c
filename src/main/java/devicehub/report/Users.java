package devicehub.report;

import devicehub.cores.Shares;
import devicehub.decision.Outcome;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.device.Side;
import devicehub.directory.Directory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts devices and exceptions by user, for every user who has an exception. A user is the person
 * the directory finds behind a record's names; where it finds none, the owner's address or name
 * itself. Records that name no owner are counted together, in one row without a name.
 */
final class Users {
  private static final int WATCHED_BITS = 22;

  private static final Comparator<UserCounts> BY_NAME =
      Comparator.comparing(UserCounts::email).thenComparing(UserCounts::username);

  private static final class Count {
    private final UserName name;
    private int unmerged;
    private int enrolled;
    private int exceptions;

    private Count(UserName name) {
      this.name = name;
    }
  }

  private final Directory directory;

  /** In the order of their exceptions, which is nearly that of the rows. */
  private final Map<String, Count> byUser = new LinkedHashMap<>();

  /**
   * A bit for the hash of each counted user's names: nearly everybody else's records are passed by
   * without a look into the map.
   */
  private final BitSet watched = new BitSet(1 << WATCHED_BITS);

  private Users(Directory directory) {
    this.directory = directory;
  }

  /** The users with exceptions, in the order of their addresses. */
  static List<UserCounts> of(ReportData data) {
    Users users = new Users(data.directory());
    data.outcome().exceptions().forEach(referred -> users.except(referred.referral().record()));
    users.count(data.outcome().fleet().devices(), count -> count.enrolled++);
    if (data.outcome().summary().tally().excluded() > 0) {
      users.countUnmerged(data.outcome());
    }
    return users.rows();
  }

  private void except(DeviceRecord record) {
    Optional<Person> person = person(record);
    Count count =
        byUser.computeIfAbsent(
            user(record, person), user -> new Count(UserName.of(record, person)));
    for (int claim = 0; claim < record.ownerCount(); claim++) {
      watched.set(slot(record.ownerHash(claim)));
    }
    person.ifPresent(found -> found.claims().forEach(claim -> watched.set(slot(claim.hash()))));
    count.exceptions++;
    if (record.side() == Side.MAIL) {
      count.unmerged++;
    }
  }

  /** Excluded records are no exceptions, but nobody manages their devices either. */
  private void countUnmerged(Outcome outcome) {
    byUser.values().forEach(count -> count.unmerged = 0);
    count(outcome.fleet().mails(), count -> count.unmerged++);
    for (Outcome.Stood stood : outcome.merges()) {
      find(stood.merge().mail()).ifPresent(count -> count.unmerged--);
    }
  }

  /** Looks for records' users by all cores, and counts by one. */
  private void count(List<DeviceRecord> records, Consumer<Count> each) {
    Shares.of(records.size(), (from, to) -> found(records, from, to))
        .forEach(found -> found.forEach(each));
  }

  private List<Count> found(List<DeviceRecord> records, int from, int to) {
    List<Count> found = new ArrayList<>();
    for (int record = from; record < to; record++) {
      find(records.get(record)).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Count> find(DeviceRecord record) {
    for (int claim = 0; claim < record.ownerCount(); claim++) {
      if (watched.get(slot(record.ownerHash(claim)))) {
        return Optional.ofNullable(byUser.get(user(record, person(record))));
      }
    }
    return Optional.empty();
  }

  private static int slot(long hash) {
    return (int) (hash >>> (64 - WATCHED_BITS));
  }

  private static String user(DeviceRecord record, Optional<Person> person) {
    return person.map(found -> "person " + found.id()).orElse(IdText.fold(record.owner()));
  }

  /** The one person behind all the names that the directory knows. */
  private Optional<Person> person(DeviceRecord record) {
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    @Nullable Person one = null;
    for (OwnerClaim claim : record.owners()) {
      @Nullable Person found = directory.find(claim).orElse(null);
      if (found != null && one != null && !found.equals(one)) {
        return Optional.empty();
      }
      one = found == null ? one : found;
    }
    return Optional.ofNullable(one);
  }

  private List<UserCounts> rows() {
    List<UserCounts> rows = new ArrayList<>(byUser.size());
    for (Count count : byUser.values()) {
      rows.add(
          new UserCounts(
              count.name.username(),
              count.name.email(),
              count.unmerged,
              count.enrolled,
              count.exceptions));
    }
    rows.sort(BY_NAME);
    return rows;
  }
}
