package devicehub.matching;

import devicehub.decision.ReviewerDecision;
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
import org.jspecify.annotations.Nullable;

/**
 * What people decided of a mail record holds on once its server spells the mailbox otherwise, as
 * after a change of name: for the same client, in a mailbox that the directory knows to be the same
 * person's. While the very record is there, it alone is meant.
 *
 * <pre>
 *   exclude exchange:jane.roe@…/JUQ…E10, which is gone   →   and exchange:jane.doe@…/JUQ…E10
 * </pre>
 */
public final class Respelt {
  private final Inventory inventory;
  private final Map<RecordKey, List<RecordKey>> recordsOfClient = new HashMap<>();
  private final Map<RecordKey, List<OwnerClaim>> owners = new HashMap<>();

  private Respelt(Inventory inventory) {
    this.inventory = inventory;
  }

  /** The decisions in their order, each followed by what it says of records spelt otherwise. */
  public static List<ReviewerDecision> of(List<ReviewerDecision> decisions, Inventory inventory) {
    return decisions.isEmpty() || inventory.people().isEmpty()
        ? decisions
        : new Respelt(inventory).respell(decisions);
  }

  private List<ReviewerDecision> respell(List<ReviewerDecision> decisions) {
    Set<RecordKey> named =
        decisions.stream()
            .flatMap(Respelt::records)
            .map(RecordKey::folded)
            .filter(this::isOfMail)
            .collect(Collectors.toSet());
    named.forEach(key -> recordsOfClient.put(client(key), new ArrayList<>()));
    named.stream().map(RecordKey::feed).distinct().forEach(this::readLastSnapshot);
    Set<RecordKey> gone = new HashSet<>(named);
    gone.removeAll(owners.keySet());
    gone.removeIf(key -> ofClient(key).isEmpty());
    if (gone.isEmpty()) {
      return decisions;
    }
    Directory directory = Directory.of(inventory.people());
    Map<RecordKey, List<RecordKey>> now = new HashMap<>();
    gone.forEach(key -> now.put(key, spellings(key, directory)));
    return decisions.stream()
        .flatMap(one -> Stream.concat(Stream.of(one), respelt(one, now)))
        .toList();
  }

  private static Stream<RecordKey> records(ReviewerDecision decision) {
    return Stream.concat(Stream.of(decision.record()), decision.other().stream());
  }

  private static Stream<ReviewerDecision> respelt(
      ReviewerDecision decision, Map<RecordKey, List<RecordKey>> now) {
    return records(decision)
        .flatMap(
            key ->
                now.getOrDefault(key.folded(), List.of()).stream()
                    .map(spelling -> decision.respelt(key, spelling)));
  }

  private boolean isOfMail(RecordKey key) {
    return key.id().indexOf('/') > 0
        && Optional.ofNullable(inventory.holdings().get(key.feed()))
            .filter(holding -> !holding.records().isEmpty())
            .filter(holding -> holding.records().get(0).side() == Side.MAIL)
            .isPresent();
  }

  /** Looks for the clients; of what the snapshot leaves out, some may count on for a while. */
  private void readLastSnapshot(String feed) {
    Inventory.Holding counting = inventory.holdings().get(feed);
    for (DeviceRecord record :
        inventory.asItCame(feed).or(() -> Optional.ofNullable(counting)).orElseThrow().records()) {
      @Nullable List<RecordKey> records =
          recordsOfClient.get(new RecordKey(feed, IdText.fold(record.deviceId())));
      if (records != null) {
        records.add(record.key());
        owners.put(record.key().folded(), record.owners());
      }
    }
  }

  /** The id of a mail record is its mailbox and its client's id, parted by the last slash. */
  private static RecordKey client(RecordKey mail) {
    return new RecordKey(mail.feed(), mail.id().substring(mail.id().lastIndexOf('/') + 1));
  }

  private List<RecordKey> ofClient(RecordKey mail) {
    return recordsOfClient.getOrDefault(client(mail), List.of());
  }

  private List<RecordKey> spellings(RecordKey key, Directory directory) {
    String mailbox = key.id().substring(0, key.id().lastIndexOf('/'));
    return directory
        .find(OwnerClaim.of(mailbox))
        .map(
            person ->
                ofClient(key).stream().filter(other -> isOf(person, other, directory)).toList())
        .orElseGet(List::of);
  }

  private boolean isOf(Person person, RecordKey mail, Directory directory) {
    return owners.getOrDefault(mail.folded(), List.of()).stream()
        .anyMatch(claim -> directory.find(claim).filter(person::equals).isPresent());
  }
}
