package devicehub;

import devicehub.decision.StandingMerge;
import devicehub.device.DeviceRecord;
import devicehub.device.HardwareIds;
import devicehub.device.IdText;
import devicehub.device.OwnerClaim;
import devicehub.device.OwnerClaim.Kind;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import devicehub.device.Side;
import devicehub.directory.Directory;
import devicehub.intake.Normalised;
import devicehub.intake.Row;
import devicehub.inventory.Inventory;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One person as the hub knows them: by an address, all else the directory says is theirs, and the
 * records these own or that stand merged with such a record.
 *
 * <pre>
 *   jd@acme.example  →  jane.doe@acme.example, ACME\jdoe, CN=Jane Doe/OU=Sales/O=Acme
 *                       maas360:ApplD8DTH6RCIH86, exchange:jane.doe@acme.example/JUQGG…E10
 * </pre>
 */
final class Subject {
  private final Directory directory;
  private final Set<Person> people;
  private final Set<String> words = new HashSet<>();
  private final Set<RecordKey> keys = new HashSet<>();
  private final Set<String> hardware = new HashSet<>();
  private final Pattern mention;

  private Subject(String address, Directory directory) {
    this.directory = directory;
    OwnerClaim asked = OwnerClaim.of(address);
    this.people = directory.find(asked).stream().collect(Collectors.toSet());
    words.add(asked.comparable());
    for (Person person : people) {
      words.add(IdText.fold(person.id()));
      // A login that two people share is nobody's.
      person.claims().stream()
          .filter(this::isTheirs)
          .forEach(claim -> words.add(claim.comparable()));
    }
    this.mention =
        Pattern.compile(
            "(?<![\\w.%+-])("
                + words.stream()
                    .filter(word -> word.indexOf('@') > 0)
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
                + ")(?![\\w-]|\\.\\w)");
  }

  /**
   * @param remembered the records that the store still tells of, for who has left all feeds has no
   *     other
   */
  static Subject of(
      String address,
      Inventory inventory,
      Collection<StandingMerge> merges,
      Collection<RecordKey> remembered) {
    Subject subject = new Subject(address, Directory.of(inventory.people()));
    Stream.of(Side.values())
        .flatMap(side -> inventory.records(side).stream())
        .filter(subject::owns)
        .forEach(record -> subject.keys.add(record.key()));
    remembered.stream().filter(subject::isNamedIn).forEach(subject.keys::add);
    Set<RecordKey> owned = Set.copyOf(subject.keys);
    for (StandingMerge merge : merges) {
      if (owned.contains(merge.pair().mail()) || owned.contains(merge.pair().enrollment())) {
        subject.keys.add(merge.pair().mail());
        subject.keys.add(merge.pair().enrollment());
      }
    }
    subject.records(inventory).forEach(record -> subject.hardware.addAll(HardwareIds.of(record)));
    return subject;
  }

  /** Mail records are named by their mailbox: {@code CN=Jane Doe/O=Acme/JUQGG…E10}. */
  private boolean isNamedIn(RecordKey key) {
    if (isMentioned(key.id())) {
      return true;
    }
    String id = IdText.fold(key.id());
    for (int slash = id.indexOf('/'); slash >= 0; slash = id.indexOf('/', slash + 1)) {
      if (words.contains(id.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  private boolean isTheirs(OwnerClaim claim) {
    return directory.find(claim).filter(people::contains).isPresent();
  }

  Set<Person> people() {
    return people;
  }

  Set<RecordKey> keys() {
    return keys;
  }

  /** By what devices of theirs are known whatever their records' keys. */
  Set<String> hardware() {
    return hardware;
  }

  /** Addresses, names and record keys by which the person is known again. */
  Set<String> words() {
    Set<String> all = new HashSet<>(words);
    keys.forEach(key -> all.add(key.toString()));
    return all;
  }

  List<DeviceRecord> records(Inventory inventory) {
    return Stream.of(Side.values())
        .flatMap(side -> inventory.records(side).stream())
        .filter(record -> keys.contains(record.key()))
        .toList();
  }

  private boolean owns(DeviceRecord record) {
    return keys.contains(record.key())
        || words.contains(IdText.fold(record.mailbox()))
        || record.owners().stream()
            .filter(claim -> claim.kind() != Kind.DISPLAY_NAME)
            .anyMatch(claim -> words.contains(claim.comparable()) || isTheirs(claim));
  }

  /** Whether a row is the person's own. */
  boolean owns(Normalised read) {
    if (read instanceof Normalised.Accepted accepted) {
      return owns(accepted.record());
    }
    return read instanceof Normalised.Listed listed
        && (people.contains(listed.person())
            || words.contains(IdText.fold(listed.person().id()))
            || listed.person().claims().stream()
                .anyMatch(
                    claim ->
                        claim.kind() != Kind.DISPLAY_NAME && words.contains(claim.comparable())));
  }

  /** Whether a text names one of the person's addresses, or is one of their names. */
  boolean isMentioned(String text) {
    if (text.isEmpty()) {
      return false;
    }
    String folded = IdText.fold(text);
    return words.contains(folded) || (folded.indexOf('@') >= 0 && mention.matcher(folded).find());
  }

  /** Whether a message names the person, or one of their records. */
  boolean isToldOf(String json) {
    String folded = IdText.fold(json);
    return words.stream().anyMatch(word -> word.indexOf('@') > 0 && folded.contains(word))
        || keys.stream().anyMatch(key -> json.contains(key.id()));
  }

  /** The row as it stays: not at all if it is the person's, else without their addresses. */
  Optional<Row> without(Row row, Normalised read) {
    if (owns(read)) {
      return Optional.empty();
    }
    boolean named = false;
    String[] cells = new String[row.width()];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = row.cell(column);
      if (isMentioned(cells[column])) {
        cells[column] = "";
        named = true;
      }
    }
    return Optional.of(named ? Row.of(row.line(), cells) : row);
  }
}
