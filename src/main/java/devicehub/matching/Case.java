package devicehub.matching;

import devicehub.decision.Reason;
import devicehub.decision.ReviewerDecision;
import devicehub.device.DeviceRecord;
import devicehub.device.FormFactor;
import devicehub.device.Identifier;
import devicehub.device.OwnerClaim;
import devicehub.matching.Referrals.Rated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One undecided record, argued in sentences for the help desk. */
final class Case {
  private final Lineup lineup;
  private final Verdicts verdicts;
  private final int mail;
  private final DeviceRecord record;
  private final Reason reason;
  private final List<Rated> candidates;
  private final Elsewhere elsewhere;

  Case(Lineup lineup, Verdicts verdicts, int mail, Reason reason, List<Rated> candidates) {
    this.lineup = lineup;
    this.verdicts = verdicts;
    this.mail = mail;
    this.record = lineup.mails.get(mail);
    this.reason = reason;
    this.candidates = candidates;
    this.elsewhere = new Elsewhere(lineup, verdicts);
  }

  List<String> evidence() {
    List<String> evidence = new ArrayList<>();
    evidence.add(what());
    for (Identifier id : record.identifiers()) {
      if (lineup.ids.shared.isShared(id.hash())) {
        evidence.add(
            "The "
                + id.kind()
                + " "
                + id.shown()
                + " is shared by several owners and"
                + " therefore identifies nothing.");
      }
    }
    for (Rated rated : candidates) {
      lineup
          .reviewed
          .separation(rated.device(), mail)
          .ifPresent(decision -> evidence.add(separated(rated, decision)));
    }
    if (lineup.mailed.owners.isOneOfSeveral(mail) && reason != Reason.NO_OWNER) {
      evidence.add("The directory knows several people by " + record.owner() + ".");
    }
    evidence.addAll(record.remarks());
    return evidence;
  }

  private String what() {
    return Departed.of(lineup, verdicts, mail).map(Departed::evidence).orElseGet(this::argument);
  }

  private String argument() {
    return switch (reason) {
      case NO_OWNER -> noOwner();
      case OWNER_HAS_NO_ENROLLMENT -> nothingLeft();
      case AMBIGUOUS_ID ->
          elsewhere
              .who(mail)
              .map(
                  who ->
                      "The same identifier is that of "
                          + who
                          + ", and one mail client is on one device only: "
                          + names()
                          + ".")
              .or(() -> TakenPlace.of(lineup, verdicts, mail, candidates).map(TakenPlace::evidence))
              .orElseGet(this::severalFit);
      case AMBIGUOUS_ATTRIBUTES -> new Ambiguity(lineup, mail, candidates).words();
      case MANUFACTURER_DIFFERS -> differs(Condition.SAME_MANUFACTURER);
      case PLATFORM_OR_FORM_DIFFERS ->
          differs(
              candidates.get(0).isNo(Condition.SAME_PLATFORM)
                  ? Condition.SAME_PLATFORM
                  : Condition.SAME_FORM_FACTOR);
      case MODEL_CONTRADICTS -> differs(Condition.SAME_MODEL);
      case ID_CONFLICT -> conflict();
      case SEPARATED -> "What it could be merged with was separated from it by a person.";
      case STALE_PARTNERSHIP ->
          silence()
              + ", while another partnership of the same client in "
              + record.mailbox()
              + " is alive.";
      case DUPLICATE_ENROLLMENT -> "";
    };
  }

  private String severalFit() {
    return candidates.stream().allMatch(candidate -> candidate.isNo(Condition.SAME_OWNER))
        ? "Its identifiers are those of devices of other owners: " + names() + "."
        : "The same identifier fits several pairs: " + names() + ".";
  }

  private String silence() {
    int days = lineup.book.settings().staleDays();
    if (record.lastSeenMillis() != DeviceRecord.NEVER) {
      return "No sync for more than " + days + " days";
    }
    String never = "It has not synced, as far as its server tells";
    return record.enrolledMillis() == DeviceRecord.NEVER
        ? never
        : never + ", and is older than " + days + " days";
  }

  private String nothingLeft() {
    if (candidates.isEmpty()) {
      String former = new FormerEnrollments(lineup).of(mail);
      return "Nothing is enrolled for "
          + record.owner()
          + (former.isEmpty() ? "." : " any more: " + former + ".");
    }
    Rated best = candidates.get(0);
    if (best.isNo(Condition.SAME_ID)) {
      return "The mail client is on the device of serial number "
          + serial(record)
          + "; the closest enrolment of "
          + record.owner()
          + ", "
          + best.record().key()
          + ", is of "
          + serial(best.record())
          + ".";
    }
    return "Every fitting enrolment of "
        + record.owner()
        + " already has its record for this mail client: "
        + taken()
        + ".";
  }

  private String serial(DeviceRecord told) {
    int id = lineup.ids.serial(told);
    return id < 0 ? "another" : told.identifier(id).shown();
  }

  private String noOwner() {
    String claims =
        record.owners().stream().map(OwnerClaim::shown).collect(Collectors.joining(", "));
    return switch (lineup.mailed.owners.standing(mail)) {
      case DISAGREE -> "The record's owner names belong to different people: " + claims + ".";
      case SHARED -> "The mailbox " + record.mailbox() + " is shared and nobody's own.";
      case PERSON, ADDRESS, NOBODY ->
          claims.isEmpty()
              ? "The record names no owner."
              : "No address or person is known for " + claims + ".";
    };
  }

  private String conflict() {
    Rated met = Referrals.met(candidates);
    String against =
        List.of(
                Condition.SAME_OWNER,
                Condition.SAME_MANUFACTURER,
                Condition.SAME_PLATFORM,
                Condition.SAME_FORM_FACTOR,
                Condition.SAME_MODEL)
            .stream()
            .filter(met::isNo)
            .map(c -> c.subject() + " (" + values(c, met) + ")")
            .collect(Collectors.joining(", "));
    String contradiction =
        against.isEmpty()
            ? ", but no rule speaks for the two"
            : ", but the two contradict in " + against;
    return "The identifier is that of "
        + met.record().key()
        + (lineup.enrolled.isThere(met.device())
            ? ""
            : lineup.enrolled.mayMeet(met.device()) ? ", which is retired" : ", which is excluded")
        + contradiction
        + ". A mail client chooses its own id, so the id alone proves nothing."
        + new FormerEnrollments(lineup).ofDevice(met.device(), mail);
  }

  private String differs(Condition condition) {
    Rated best = candidates.get(0);
    String closest = "The closest enrolment of " + record.owner() + ", " + best.record().key();
    if (condition == Condition.SAME_FORM_FACTOR && Findings.value(condition, record).isEmpty()) {
      boolean watch = best.record().hardware().formFactor() == FormFactor.WATCH;
      return closest + ", is a " + (watch ? "watch" : "TV") + " and reads no mail of its own.";
    }
    return closest + ", has another " + condition.subject() + ": " + values(condition, best) + ".";
  }

  private String values(Condition condition, Rated rated) {
    return "enrolment says '"
        + Findings.value(condition, rated.record())
        + "', mail says '"
        + Findings.value(condition, record)
        + "'";
  }

  private String separated(Rated rated, ReviewerDecision decision) {
    return decision.by()
        + " separated it from "
        + rated.record().key()
        + " on "
        + decision.at()
        + ": "
        + decision.note();
  }

  private String taken() {
    return candidates.stream()
        .filter(rated -> verdicts.placeTaken(rated.device(), mail))
        .limit(3)
        .map(rated -> rated.record().key().toString())
        .collect(Collectors.joining(", "));
  }

  private String names() {
    return names(candidates);
  }

  static String names(List<Rated> candidates) {
    String first =
        candidates.stream()
            .limit(4)
            .map(rated -> rated.record().key().toString())
            .collect(Collectors.joining(", "));
    return candidates.size() > 4 ? first + ", …" : first;
  }
}
