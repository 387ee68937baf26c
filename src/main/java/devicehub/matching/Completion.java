package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.device.DeviceRecord;
import devicehub.device.Manufacturer;
import devicehub.device.OwnerClaim;
import devicehub.matching.Referrals.Rated;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds a value that is missing, and would decide a record if it were there. */
final class Completion {
  private final Lineup lineup;
  private final Verdicts verdicts;

  Completion(Lineup lineup, Verdicts verdicts) {
    this.lineup = lineup;
    this.verdicts = verdicts;
  }

  /** The one value that would decide, whatever it turned out to be. */
  Optional<String> of(int mail, List<Rated> possible) {
    for (Rated rated : possible) {
      Optional<Condition> missing = onlyMissing(rated, mail);
      if (missing.isPresent() && wouldStandAlone(rated, mail, missing.get())) {
        Condition condition = missing.get();
        Set<String> values = new HashSet<>();
        possible.forEach(each -> values.add(Findings.value(condition, each.record())));
        boolean alone =
            possible.size() == 1 || (!values.contains("") && values.size() == possible.size());
        if (alone && condition == Condition.SAME_OWNER && isOfSeveral(rated)) {
          return Optional.of(
              "If "
                  + rated.record().key()
                  + " is "
                  + lineup.mails.get(mail).owner()
                  + "'s, let it name nobody else in its MDM; "
                  + owners(rated.record())
                  + " are different people.");
        }
        if (alone && condition == Condition.SAME_MANUFACTURER && isOddMaker(rated.record())) {
          return Optional.of(
              "Correct the manufacturer '"
                  + rated.record().hardware().manufacturer().name()
                  + "' in "
                  + rated.record().feed()
                  + "; it is none that is known.");
        }
        if (alone) {
          return Optional.of(
              "Complete the "
                  + condition.subject()
                  + " of "
                  + wanting(condition, rated.record(), lineup.mails.get(mail))
                  + ".");
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a maker is named that may be the other side's, misspelt. */
  private static boolean isOddMaker(DeviceRecord record) {
    Manufacturer maker = record.hardware().manufacturer();
    return maker.known() && !maker.recognised();
  }

  private boolean isOfSeveral(Rated rated) {
    return lineup.enrolled.owners.isOneOfSeveral(rated.device());
  }

  static String owners(DeviceRecord record) {
    return record.owners().stream()
        .filter(claim -> claim.kind() != OwnerClaim.Kind.DISPLAY_NAME)
        .map(OwnerClaim::shown)
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /** The one condition of some rule that is neither met nor contradicted. */
  private Optional<Condition> onlyMissing(Rated rated, int mail) {
    for (Rule rule : lineup.book.rules()) {
      List<Condition> missing =
          rule.when().stream()
              .filter(c -> Answers.of(rated.answers(), c) == Answer.UNKNOWN)
              .toList();
      if (missing.size() == 1 && missing.get(0) != Condition.SAME_ID) {
        return Optional.of(missing.get(0));
      }
    }
    return Optional.empty();
  }

  /** Whether a rule would speak for a pair if only one condition were met. */
  boolean wouldStandAlone(Rated rated, int mail, Condition met) {
    int answers = (rated.answers() & ~Answers.no(met)) | Answers.yes(met);
    boolean taken =
        met == Condition.SAME_OWNER
            ? verdicts.placeWouldBeTaken(rated.device(), mail)
            : verdicts.placeTaken(rated.device(), mail);
    for (Rule rule : lineup.book.rules()) {
      if (rule.holds(answers) && !taken && !lineup.isSeparated(rated.device(), mail)) {
        return true;
      }
    }
    return false;
  }

  /** Which of a pair lacks the value, or both; the mail record where it is only unclear. */
  private static String wanting(Condition condition, DeviceRecord enrollment, DeviceRecord mail) {
    if (known(condition, enrollment)) {
      return mail.key().toString();
    }
    return enrollment.key() + (known(condition, mail) ? "" : " and of " + mail.key());
  }

  private static boolean known(Condition condition, DeviceRecord record) {
    return !Findings.value(condition, record).isEmpty();
  }
}
