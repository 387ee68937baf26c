package devicehub.matching;

import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import devicehub.directory.Directory;
import devicehub.inventory.Inventory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people decided of a mail record holds on once its server spells the mailbox otherwise, as
 * after a change of name: for the same client, in a mailbox that the directory knows to be the same
 * person's.
 *
 * <pre>
 *   exclude exchange:jane.roe@…/JUQ…E10, which is gone   →   and exchange:jane.doe@…/JUQ…E10
 * </pre>
 */
public final class Respelt {
  private final Inventory inventory;
  private final StandingDecisions standing;
  private final Map<RecordKey, List<DeviceRecord>> sameClient = new HashMap<>();

  private Respelt(List<ReviewerDecision> decisions, Inventory inventory) {
    this.inventory = inventory;
    this.standing = StandingDecisions.of(decisions);
  }

  /** The decisions in their order, each followed by what it says of a record spelt otherwise. */
  public static List<ReviewerDecision> of(List<ReviewerDecision> decisions, Inventory inventory) {
    if (decisions.isEmpty() || inventory.people().isEmpty()) {
      return decisions;
    }
    Map<RecordKey, RecordKey> now = new Respelt(decisions, inventory).now(decisions);
    return now.isEmpty()
        ? decisions
        : decisions.stream().flatMap(one -> Stream.of(one, one.respelt(now)).distinct()).toList();
  }

  private Map<RecordKey, RecordKey> now(List<ReviewerDecision> decisions) {
    Set<RecordKey> gone = new HashSet<>();
    decisions.stream().flatMap(Respelt::records).map(RecordKey::folded).forEach(gone::add);
    gone.removeIf(key -> !isOfMail(key));
    gone.removeAll(present(gone));
    gone.forEach(key -> sameClient.put(client(key.feed(), deviceId(key)), new ArrayList<>()));
    came(gone)
        .forEach(
            record ->
                ofClient(record.feed(), IdText.fold(record.deviceId()))
                    .ifPresent(records -> records.add(record)));
    Map<RecordKey, RecordKey> found = new HashMap<>();
    if (sameClient.values().stream().anyMatch(records -> !records.isEmpty())) {
      Directory directory = Directory.of(inventory.people());
      gone.forEach(key -> spelling(key, directory).ifPresent(other -> found.put(key, other)));
    }
    return found;
  }

  private static Stream<RecordKey> records(ReviewerDecision decision) {
    return Stream.concat(Stream.of(decision.record()), decision.other().stream());
  }

  private boolean isOfMail(RecordKey key) {
    return key.id().indexOf('/') > 0
        && Optional.ofNullable(inventory.holdings().get(key.feed()))
            .filter(holding -> !holding.records().isEmpty())
            .filter(holding -> holding.records().get(0).side() == Side.MAIL)
            .isPresent();
  }

  /** Those that the feeds' last snapshots told; others may count on for a while. */
  private Set<RecordKey> present(Set<RecordKey> keys) {
    return came(keys)
        .filter(standing::involves)
        .map(record -> record.key().folded())
        .collect(Collectors.toSet());
  }

  private Stream<DeviceRecord> came(Set<RecordKey> keys) {
    return keys.stream()
        .map(RecordKey::feed)
        .distinct()
        .flatMap(
            feed ->
                inventory
                    .asItCame(feed)
                    .or(() -> Optional.ofNullable(inventory.holdings().get(feed)))
                    .stream())
        .flatMap(holding -> holding.records().stream());
  }

  private Optional<List<DeviceRecord>> ofClient(String feed, String deviceId) {
    return Optional.ofNullable(sameClient.get(client(feed, deviceId)));
  }

  /** The id of a mail record is its mailbox and its client's id, parted by the last slash. */
  private static String deviceId(RecordKey key) {
    return key.id().substring(key.id().lastIndexOf('/') + 1);
  }

  private static RecordKey client(String feed, String deviceId) {
    return new RecordKey(feed, deviceId);
  }

  private Optional<RecordKey> spelling(RecordKey key, Directory directory) {
    String mailbox = key.id().substring(0, key.id().lastIndexOf('/'));
    Optional<Person> person = directory.find(OwnerClaim.of(mailbox));
    List<RecordKey> same =
        ofClient(key.feed(), deviceId(key)).stream()
            .flatMap(List::stream)
            .filter(record -> person.isPresent() && isOf(person.get(), record, directory))
            .map(DeviceRecord::key)
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  private static boolean isOf(Person person, DeviceRecord record, Directory directory) {
    return record.owners().stream()
        .anyMatch(claim -> directory.find(claim).filter(person::equals).isPresent());
  }
}
