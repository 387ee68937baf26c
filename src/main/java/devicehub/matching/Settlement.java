package devicehub.matching;

import devicehub.decision.Reason;
import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.device.OwnerClaim;
import devicehub.matching.Referrals.Rated;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds the smallest change that would decide a record: it takes the one condition that failed for
 * a candidate as met, and sees whether a rule would then speak for that pair alone.
 */
final class Settlement {
  private final Lineup lineup;
  private final Verdicts verdicts;

  Settlement(Lineup lineup, Verdicts verdicts) {
    this.lineup = lineup;
    this.verdicts = verdicts;
  }

  String of(int mail, Reason reason, List<Rated> candidates) {
    Optional<Departed> departed = Departed.of(lineup, verdicts, mail);
    if (departed.isPresent()) {
      return departed.get().settleBy();
    }
    DeviceRecord record = lineup.mails.get(mail);
    return switch (reason) {
      case NO_OWNER, OWNER_HAS_NO_ENROLLMENT -> forWantOfAnOwner(mail, reason, candidates);
      case AMBIGUOUS_ID, AMBIGUOUS_ATTRIBUTES -> ambiguous(mail, candidates);
      case ID_CONFLICT -> conflict(mail, candidates);
      case MANUFACTURER_DIFFERS, PLATFORM_OR_FORM_DIFFERS, MODEL_CONTRADICTS ->
          "Enrol the device "
              + record.key()
              + "; if it is "
              + candidates.get(0).record().key()
              + " after all, merge them by hand.";
      case SEPARATED ->
          "Nothing, if the separation was right: enrol the device, or exclude "
              + record.key()
              + ".";
      case STALE_PARTNERSHIP ->
          "Remove the partnership "
              + record.deviceId()
              + " of "
              + record.mailbox()
              + " from the mail server.";
      case DUPLICATE_ENROLLMENT -> "";
    };
  }

  private String forWantOfAnOwner(int mail, Reason reason, List<Rated> candidates) {
    DeviceRecord record = lineup.mails.get(mail);
    Optional<String> namesake = verdicts.namesakes().addressLike(mail);
    if (namesake.isPresent()) {
      return "If "
          + record.owner()
          + " is "
          + namesake.get()
          + ", list it as an address of theirs in the directory.";
    }
    if (reason == Reason.NO_OWNER) {
      boolean listed = lineup.mailed.owners.standing(mail) != Ownership.Standing.NOBODY;
      boolean named =
          record.owners().stream().anyMatch(claim -> claim.kind() != OwnerClaim.Kind.DISPLAY_NAME);
      return listed || !named
          ? "Find out who uses the device of " + record.key() + ", and merge by hand or exclude it."
          : "List " + record.owner() + " under its owner in the directory.";
    }
    if (candidates.isEmpty() && lineup.mailed.owners.isOneOfSeveral(mail)) {
      return "List "
          + record.owner()
          + " under one person in the directory, or as shared; several have it now.";
    }
    if (!candidates.isEmpty() && candidates.get(0).isNo(Condition.SAME_ID)) {
      return "Enrol the device of serial number "
          + record.identifier(lineup.ids.serial(record)).shown()
          + " of "
          + record.owner()
          + ", or remove its partnership.";
    }
    // One device may be behind all the owner's clients, but not behind two of one client.
    String device = rivals(mail, other -> true) > 1 ? "device " + record.deviceId() : "device";
    return "Enrol the "
        + (candidates.isEmpty() ? "" : "second ")
        + device
        + " of "
        + record.owner()
        + ", or remove its partnership.";
  }

  private String ambiguous(int mail, List<Rated> candidates) {
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
    int rivals =
        rivals(mail, other -> possible.stream().anyMatch(rated -> mayBe(rated.device(), other)));
    if (rivals == 1) {
      Optional<String> completed = new Completion(lineup, verdicts).of(mail, possible);
      if (completed.isPresent()) {
        return completed.get();
      }
      if (possible.size() == 1) {
        return "Merge by hand with "
            + possible.get(0).record().key()
            + ", if it is that device: what the records do not tell keeps the rules from it.";
      }
      if (possible.size() == 2 && possible.stream().allMatch(this::someRuleHolds)) {
        return "Retire the enrolment that is no longer used, or merge by hand: "
            + last(possible, 0)
            + ", "
            + last(possible, 1)
            + ".";
      }
    }
    if (possible.size() == 1) {
      return someRuleHolds(possible.get(0))
          ? "Remove the partnership that is no longer used; the other is then merged with "
              + possible.get(0).record().key()
              + "."
          : "Merge by hand with "
              + possible.get(0).record().key()
              + " the one that is on it, and remove the other.";
    }
    if (possible.size() == 2 && rivals == 2 && possible.stream().allMatch(this::someRuleHolds)) {
      return "Merge one of the two by hand, and the other follows: "
          + last(possible, 0)
          + ", "
          + last(possible, 1)
          + ".";
    }
    return "Merge "
        + lineup.mails.get(mail).key()
        + " by hand with the right candidate; an MDM that reports the mail device id settles it for"
        + " good.";
  }

  /** The devices that nothing visible speaks against, and whose place is free. */
  private List<Rated> open(int mail, List<Rated> candidates) {
    return candidates.stream()
        .filter(rated -> !Referrals.isOpposed(rated))
        .filter(rated -> !verdicts.placeTaken(rated.device(), mail))
        .filter(rated -> !lineup.isSeparated(rated.device(), mail))
        .toList();
  }

  /**
   * How many of the owner's records, this one with them, wait for a place on one of the devices.
   */
  private int rivals(int mail, IntPredicate waits) {
    Ints rivals = new Ints();
    rivals.add(mail);
    Ownership owners = lineup.mailed.owners;
    for (int at = owners.from(mail); at < owners.to(mail) && !lineup.isCrowd(mail); at++) {
      KeyIndex index = lineup.mailed.byOwner;
      for (int e = index.first(owners.key(at)); e >= 0; e = index.next(e)) {
        int other = index.value(e);
        if (!rivals.contains(other)
            && !verdicts.merged(other)
            && !lineup.mailed.partnerships.stale(other)
            && lineup.mailed.partnerships.exclude(other, mail)
            && waits.test(other)) {
          rivals.add(other);
        }
      }
    }
    return rivals.size();
  }

  private boolean mayBe(int device, int mail) {
    return !lineup.isSeparated(device, mail) && !Referrals.isOpposed(lineup.answers(device, mail));
  }

  private boolean someRuleHolds(Rated rated) {
    return lineup.book.rules().stream().anyMatch(rule -> rule.holds(rated.answers()));
  }

  private static String last(List<Rated> possible, int at) {
    DeviceRecord record = possible.get(at).record();
    String when =
        record.lastSeen().map(Settlement::day).map(day -> "last reported " + day).orElse("");
    return record.key() + " " + (when.isEmpty() ? "never reported" : when);
  }

  private static String day(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private String conflict(int mail, List<Rated> candidates) {
    DeviceRecord record = lineup.mails.get(mail);
    Rated met = Referrals.met(candidates);
    if (!lineup.enrolled.isThere(met.device())) {
      return "Find out who uses the device of "
          + record.key()
          + ", then have it enrolled or block the partnership.";
    }
    boolean onlyOwner =
        met.isNo(Condition.SAME_OWNER)
            && new Completion(lineup, verdicts).wouldStandAlone(met, mail, Condition.SAME_OWNER)
            && lineup.mailed.owners.standing(mail) != Ownership.Standing.PERSON
            && !lineup.mailed.owners.isOneOfSeveral(mail);
    return onlyOwner
        ? "If "
            + record.owner()
            + " is "
            + met.record().owner()
            + ", list it as an address of theirs in the directory; otherwise block the partnership."
        : "Find out who uses the device of "
            + record.key()
            + ", then block the partnership or merge by hand with "
            + met.record().key()
            + ".";
  }
}
