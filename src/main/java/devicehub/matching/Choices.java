package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.matching.Referrals.Rated;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What would settle a choice, of devices for a record or of records for a device. */
final class Choices {
  private final Lineup lineup;
  private final Verdicts verdicts;

  Choices(Lineup lineup, Verdicts verdicts) {
    this.lineup = lineup;
    this.verdicts = verdicts;
  }

  String settleBy(int mail, List<Rated> candidates) {
    if (new Elsewhere(lineup, verdicts).who(mail).isPresent()) {
      return "Find out which device "
          + lineup.mails.get(mail).deviceId()
          + " is used on, and merge by hand with it.";
    }
    Optional<TakenPlace> taken = TakenPlace.of(lineup, verdicts, mail, candidates);
    if (taken.isPresent()) {
      return taken.get().settleBy();
    }
    List<Rated> possible = open(mail, candidates);
    if (possible.size() == 1 && possible.get(0).isNo(Condition.SAME_OWNER)) {
      return "Find out who uses the device of "
          + lineup.mails.get(mail).key()
          + ", and merge by hand or exclude it.";
    }
    Rivals rivals =
        Rivals.of(
            lineup,
            verdicts,
            mail,
            other -> possible.stream().anyMatch(rated -> mayBe(rated.device(), other)));
    return (rivals.isAlone() ? ofOne(mail, possible) : ofSeveral(possible, rivals))
        .orElseGet(
            () ->
                "Merge "
                    + lineup.mails.get(mail).key()
                    + " by hand with the right candidate; an MDM that reports the mail device id"
                    + " settles it for good.");
  }

  private Optional<String> ofOne(int mail, List<Rated> possible) {
    Optional<String> completed = new Completion(lineup, verdicts).of(mail, possible);
    if (completed.isPresent()) {
      return completed;
    }
    if (possible.size() == 1) {
      return Optional.of(
          "Merge "
              + lineup.mails.get(mail).key()
              + " by hand with "
              + possible.get(0).record().key()
              + ", if it is that device: what the records do not tell keeps the rules from it.");
    }
    FormerEnrollments former = new FormerEnrollments(lineup);
    return isBetweenTwo(possible)
            && possible.stream().noneMatch(rated -> former.isOneToStepIn(rated.device()))
        ? Optional.of(
            "Retire the enrolment that is no longer used, or merge by hand: "
                + last(possible, 0)
                + ", "
                + last(possible, 1)
                + ".")
        : Optional.empty();
  }

  private Optional<String> ofSeveral(List<Rated> possible, Rivals rivals) {
    boolean two = rivals.count() == 2;
    if (possible.size() == 1) {
      String device = possible.get(0).record().key().toString();
      int only = possible.get(0).device();
      return Optional.of(
          rivals.allAre(other -> someRuleHolds(lineup.answers(only, other)))
              ? "Remove the partnership"
                  + (two ? " that is" : "s that are")
                  + " no longer used of "
                  + rivals.names()
                  + "; the "
                  + (two ? "other" : "one that is left")
                  + " is then merged with "
                  + device
                  + "."
              : "Merge by hand with "
                  + device
                  + " the one that is on it of "
                  + rivals.names()
                  + ", and remove the "
                  + (two ? "other." : "others."));
    }
    return two && isBetweenTwo(possible)
        ? Optional.of(
            "Merge "
                + rivals.names()
                + " by hand, and the other follows: "
                + last(possible, 0)
                + ", "
                + last(possible, 1)
                + ".")
        : Optional.empty();
  }

  private boolean isBetweenTwo(List<Rated> possible) {
    return possible.size() == 2 && possible.stream().allMatch(this::someRuleHolds);
  }

  /** The devices that nothing visible speaks against, and whose place is free. */
  private List<Rated> open(int mail, List<Rated> candidates) {
    return candidates.stream()
        .filter(rated -> !Referrals.isOpposed(rated))
        .filter(rated -> !verdicts.placeTaken(rated.device(), mail))
        .filter(rated -> !lineup.isSeparated(rated.device(), mail))
        .toList();
  }

  private boolean mayBe(int device, int mail) {
    return !lineup.isSeparated(device, mail) && !Referrals.isOpposed(lineup.answers(device, mail));
  }

  private boolean someRuleHolds(Rated rated) {
    return someRuleHolds(rated.answers());
  }

  private boolean someRuleHolds(int answers) {
    return lineup.book.rules().stream().anyMatch(rule -> rule.holds(answers));
  }

  /**
   * The device's name, and since when it has not reported where that tells it from the other. A day
   * that is another tomorrow would change the exception every day.
   */
  private String last(List<Rated> possible, int at) {
    DeviceRecord record = possible.get(at).record();
    Optional<Instant> other = possible.get(1 - at).record().lastSeen();
    Duration stale = Duration.ofDays(lineup.book.settings().staleDays());
    Optional<String> when =
        record.lastSeen().isEmpty()
            ? Optional.of(" (never reported)")
            : record
                .lastSeen()
                .filter(mine -> other.filter(mine.plus(stale)::isBefore).isPresent())
                .map(mine -> " (not reported since " + day(mine) + ")");
    return record.key() + when.orElse("");
  }

  private static String day(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
