package devicehub.fleet;

import static devicehub.fleet.Outcome.EXCEPTION;
import static devicehub.fleet.Outcome.IGNORED;
import static devicehub.fleet.Outcome.MERGED;

import devicehub.fleet.EnrollmentRow.Status;
import devicehub.fleet.MailRow.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of matching, word by word and without any cleverness, over the fields the records show.
 * It stands beside the generator to prove that what a trick claims is decidable is so.
 */
final class PlainLadder {
  record Verdict(
      Outcome outcome,
      @Nullable EnrollmentRow enrollment,
      Decidable by,
      @Nullable Reason reason,
      List<EnrollmentRow> candidates) {}

  private static final Set<String> PLACEHOLDERS = Set.of("", "unknown", "0123456789abcdef");
  private static final long STALE = 30 * Scene.DAY;

  private final long asOf;
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, Set<EnrollmentRow>> byKey = new HashMap<>();
  private final Map<String, Set<String>> ownersOfKey = new HashMap<>();
  private final Map<String, List<EnrollmentRow>> byOwner = new HashMap<>();
  private final Set<String> sharedMailboxes = new HashSet<>();
  private final Map<String, List<MailRow>> bySlot = new HashMap<>();
  private final Map<MailRow, Verdict> verdicts = new IdentityHashMap<>();

  PlainLadder(Fleet fleet, long asOf) {
    this.asOf = asOf;
    fleet.households().forEach(household -> household.people.forEach(this::know));
    Map<String, EnrollmentRow> leaders = new HashMap<>();
    for (Household household : fleet.households()) {
      for (EnrollmentRow row : household.enrollments) {
        if (row.status == Status.ENROLLED) {
          boolean named = !PLACEHOLDERS.contains(row.serial.toLowerCase(Locale.ROOT));
          leaders.merge(
              named ? row.serial : row.maasId,
              row,
              (one, other) -> one.enrolledAt > other.enrolledAt ? one : other);
        }
      }
    }
    leaders.values().forEach(this::index);
    List<MailRow> mail = new ArrayList<>();
    fleet.households().forEach(household -> mail.addAll(household.mail));
    mail.forEach(row -> bySlot.computeIfAbsent(slot(row), s -> new ArrayList<>()).add(row));
    mail.forEach(row -> byExactId(row));
    List<MailRow> left = mail.stream().filter(row -> !verdicts.containsKey(row)).toList();
    Map<MailRow, Verdict> decided = new IdentityHashMap<>();
    left.forEach(row -> decided.put(row, byAttributes(row)));
    verdicts.putAll(decided);
  }

  Verdict of(MailRow row) {
    Verdict verdict = verdicts.get(row);
    if (verdict == null) {
      throw new IllegalArgumentException("not of this fleet: " + row.recordId());
    }
    return verdict;
  }

  private void know(Person person) {
    if (person.shared()) {
      sharedMailboxes.add(person.mail());
    }
    for (String name :
        List.of(
            person.mail(),
            person.upn(),
            Person.DOMAIN + "\\" + person.account(),
            person.notesName(),
            person.abbreviatedNotesName())) {
      people.put(name.toLowerCase(Locale.ROOT), person);
    }
    people.remove("");
    person.aliases().forEach(alias -> people.put(alias.toLowerCase(Locale.ROOT), person));
  }

  private void index(EnrollmentRow row) {
    String owner = owner(row);
    for (String key : List.of(row.serial, row.easId, row.maasId, imei14(row.imei))) {
      String folded = key.toLowerCase(Locale.ROOT);
      if (!PLACEHOLDERS.contains(folded)) {
        byKey.computeIfAbsent(folded, k -> new LinkedHashSet<>()).add(row);
        ownersOfKey.computeIfAbsent(folded, k -> new HashSet<>()).add(owner);
      }
    }
    byOwner.computeIfAbsent(owner, o -> new ArrayList<>()).add(row);
  }

  /** Without its blanks and its check digit; empty for what is no IMEI. */
  private static String imei14(String text) {
    String digits = text.replace(" ", "");
    return digits.matches("[0-9]{14,15}") ? digits.substring(0, 14) : "";
  }

  private String owner(EnrollmentRow row) {
    String user = row.username.contains("\\") ? row.username : row.userDomain + "\\" + row.username;
    String name = row.email.isEmpty() ? user : row.email;
    return mailOf(name, name);
  }

  private String mailOf(String name, String unknown) {
    Person person = people.get(name.toLowerCase(Locale.ROOT));
    return person == null ? unknown : person.mail();
  }

  private void byExactId(MailRow row) {
    if (row.mailbox.startsWith("HealthMailbox")) {
      verdicts.put(row, new Verdict(IGNORED, null, Decidable.NONE, null, List.of()));
      return;
    }
    Set<EnrollmentRow> met = new LinkedHashSet<>();
    for (String key :
        List.of(
            row.deviceId,
            row.deviceId.replaceFirst("^Appl", ""),
            imei14(row.deviceId.replaceFirst("^IMEI", "")),
            imei14(row.imei))) {
      String folded = key.toLowerCase(Locale.ROOT);
      if (ownersOfKey.getOrDefault(folded, Set.of()).size() < 3) {
        met.addAll(byKey.getOrDefault(folded, Set.of()));
      }
    }
    if (met.size() > 1) {
      verdicts.put(row, exception(Reason.AMBIGUOUS_ID, List.copyOf(met)));
    } else if (met.size() == 1) {
      EnrollmentRow one = met.iterator().next();
      Seen mail = Seen.in(row);
      Seen enrolled = Seen.in(one);
      boolean contradicts = !mail.sameMaker(enrolled) || !mail.samePlatformAndForm(enrolled);
      String known = mailOf(row.mailbox, "");
      String reader = sharedMailboxes.contains(known) ? "" : known;
      boolean agrees =
          reader.isEmpty() ? mail.saysSomethingThatAgrees(enrolled) : reader.equals(owner(one));
      boolean conflict = contradicts || !agrees;
      verdicts.put(
          row,
          conflict
              ? exception(Reason.ID_CONFLICT, List.of(one))
              : new Verdict(MERGED, one, Decidable.EXACT_ID, null, List.of(one)));
    }
  }

  private Verdict byAttributes(MailRow row) {
    String owner = mailOf(row.mailbox, "");
    if (owner.isEmpty()) {
      return exception(Reason.NO_OWNER, List.of());
    }
    if (stale(row)) {
      return exception(Reason.STALE_PARTNERSHIP, byOwner.getOrDefault(owner, List.of()));
    }
    List<EnrollmentRow> found = new ArrayList<>();
    Reason none = narrow(row, owner, found);
    if (none != null) {
      return exception(none, List.of());
    }
    EnrollmentRow first = found.get(0);
    boolean rival =
        rivals(row).stream()
            .anyMatch(
                other -> {
                  List<EnrollmentRow> theirs = new ArrayList<>();
                  narrow(other, owner, theirs);
                  return theirs.contains(first);
                });
    if (found.size() > 1 || rival) {
      return exception(Reason.AMBIGUOUS_ATTRIBUTES, found);
    }
    boolean hidden = Seen.in(row).maker() == null;
    Decidable by = hidden ? Decidable.OWNER_PLATFORM : Decidable.ATTRIBUTES;
    return new Verdict(MERGED, first, by, null, found);
  }

  /** Fills in the candidates, or says at which condition the last one fell out. */
  private @Nullable Reason narrow(MailRow row, String owner, List<EnrollmentRow> found) {
    Seen mail = Seen.in(row);
    found.addAll(byOwner.getOrDefault(owner, List.of()));
    if (found.isEmpty()) {
      return Reason.OWNER_HAS_NO_ENROLLMENT;
    }
    found.removeIf(e -> !mail.sameMaker(Seen.in(e)));
    if (found.isEmpty()) {
      return Reason.MANUFACTURER_DIFFERS;
    }
    found.removeIf(e -> !mail.samePlatformAndForm(Seen.in(e)));
    if (found.isEmpty()) {
      return Reason.PLATFORM_OR_FORM_DIFFERS;
    }
    found.removeIf(e -> !mail.sameModel(Seen.in(e)));
    if (found.isEmpty()) {
      return Reason.MODEL_CONTRADICTS;
    }
    found.removeIf(e -> taken(e, row));
    return found.isEmpty() ? Reason.AMBIGUOUS_ATTRIBUTES : null;
  }

  private boolean taken(EnrollmentRow enrollment, MailRow row) {
    return bySlot.getOrDefault(slot(row), List.of()).stream()
        .map(verdicts::get)
        .anyMatch(verdict -> verdict != null && verdict.enrollment() == enrollment);
  }

  /** The other living records that could stand in the same place and that no id has settled. */
  private List<MailRow> rivals(MailRow row) {
    return bySlot.getOrDefault(slot(row), List.of()).stream()
        .filter(other -> other != row && !verdicts.containsKey(other) && !stale(other))
        .toList();
  }

  private boolean stale(MailRow row) {
    return asOf - row.lastSync > STALE
        && bySlot.getOrDefault(slot(row), List.of()).stream()
            .anyMatch(other -> asOf - other.lastSync <= STALE);
  }

  private static String slot(MailRow row) {
    String client =
        row.type.equals("Outlook") ? "Outlook" : row.userAgent.replaceFirst("[-/].*", "");
    String mailbox =
        row.server == Server.TRAVELER ? row.mailbox : row.mailbox.toLowerCase(Locale.ROOT);
    return row.server + " " + mailbox + " " + client;
  }

  private static Verdict exception(Reason reason, List<EnrollmentRow> candidates) {
    return new Verdict(EXCEPTION, null, Decidable.NONE, reason, candidates);
  }
}
