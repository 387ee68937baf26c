package devicehub.matching;

import devicehub.decision.Reason;
import devicehub.device.DeviceRecord;
import devicehub.device.OwnerClaim;
import devicehub.matching.Referrals.Rated;
import java.util.List;
import java.util.Optional;

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
      case AMBIGUOUS_ID, AMBIGUOUS_ATTRIBUTES ->
          new Choices(lineup, verdicts).settleBy(mail, candidates);
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
      Rivals rivals = Rivals.ofName(lineup, verdicts, mail);
      return "If "
          + record.owner()
          + " is "
          + namesake.get()
          + ", list it as an address of theirs in the directory"
          + (rivals.isAlone()
              ? "."
              : ", and remove what is no longer used of " + rivals.names() + ".");
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
    boolean alone = Rivals.of(lineup, verdicts, mail, other -> true).isAlone();
    String device = alone ? "device" : "device " + record.deviceId();
    return "Enrol the "
        + (candidates.isEmpty() ? "" : "second ")
        + device
        + " of "
        + record.owner()
        + ", or remove its partnership.";
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
