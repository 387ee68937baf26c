package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.decision.Candidate;
import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.device.Lifecycle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Says why a record could not be decided, who the candidates are, and what would settle it. */
final class Referrals {
  private static final Comparator<Rated> BEST_FIRST =
      Comparator.comparingInt(Rated::score).reversed().thenComparing(rated -> rated.record().key());

  private static final int OPPOSING =
      Answers.anyNo(
          List.of(
              Condition.SAME_ID,
              Condition.SAME_MANUFACTURER,
              Condition.SAME_PLATFORM,
              Condition.SAME_FORM_FACTOR,
              Condition.SAME_MODEL));

  /** What is said of a record only if it is not the one left behind in its place. */
  private static final Set<Reason> OF_ONE_IN_USE =
      EnumSet.of(
          Reason.OWNER_HAS_NO_ENROLLMENT,
          Reason.MANUFACTURER_DIFFERS,
          Reason.PLATFORM_OR_FORM_DIFFERS,
          Reason.MODEL_CONTRADICTS);

  private final Lineup lineup;
  private final Verdicts verdicts;
  private final Ints byId = new Ints();
  private final Ints gone = new Ints();
  private final Elsewhere elsewhere;

  Referrals(Lineup lineup, Verdicts verdicts) {
    this.lineup = lineup;
    this.verdicts = verdicts;
    this.elsewhere = new Elsewhere(lineup, verdicts);
  }

  /** The candidate whose identifier the record has; the best one where none has. */
  static Rated met(List<Rated> candidates) {
    return candidates.stream()
        .filter(rated -> Answers.of(rated.answers(), Condition.SAME_ID) == Answer.YES)
        .findFirst()
        .orElseGet(() -> candidates.get(0));
  }

  /** A device that might be the other half, with every condition's answer. */
  record Rated(int device, DeviceRecord record, int answers) {
    int score() {
      return Answers.score(answers);
    }

    boolean isNo(Condition condition) {
      return Answers.of(answers, condition) == Answer.NO;
    }
  }

  Referral refer(int mail) {
    return refer(mail, (record, reason) -> true).orElseThrow();
  }

  /** Argues the case only if its reason is wanted, for the words take the most memory. */
  Optional<Referral> refer(int mail, BiPredicate<DeviceRecord, Reason> wanted) {
    List<Rated> candidates = candidates(mail);
    Reason reason = reason(mail, candidates);
    return wanted.test(lineup.mails.get(mail), reason)
        ? Optional.of(argued(mail, reason, candidates))
        : Optional.empty();
  }

  private Referral argued(int mail, Reason reason, List<Rated> own) {
    List<Rated> elsewhere = OtherMailboxes.tell(reason) ? otherMailboxes(mail, own) : List.of();
    List<Rated> candidates = new ArrayList<>(own);
    candidates.addAll(elsewhere);
    List<String> evidence = new Case(lineup, verdicts, mail, reason, own).evidence();
    OtherMailboxes others = new OtherMailboxes(lineup, verdicts);
    elsewhere.forEach(rated -> evidence.add(others.words(mail, rated.device())));
    Findings findings = new Findings(lineup);
    List<Candidate> listed =
        candidates.stream()
            .limit(lineup.book.settings().candidatesListed())
            .map(rated -> findings.candidate(rated, mail))
            .toList();
    return new Referral(
        lineup.mails.get(mail),
        reason,
        evidence,
        listed,
        candidates.size(),
        settleBy(mail, reason, own, elsewhere));
  }

  /** An enrolment that is still active though a newer one of the same device leads. */
  Optional<Referral> duplicate(int enrollment) {
    DeviceRecord record = lineup.enrollments.get(enrollment);
    int leader = lineup.enrolled.devices.leader(enrollment);
    DeviceRecord leading = lineup.enrollments.get(leader);
    if (record.lifecycle() != Lifecycle.ACTIVE || leading.lifecycle() != Lifecycle.ACTIVE) {
      return Optional.empty();
    }
    return Optional.of(
        new Referral(
            record,
            Reason.DUPLICATE_ENROLLMENT,
            List.of(
                "The device is enrolled twice"
                    + lineup.enrolled.devices.joinedBy(enrollment, leader)
                    + ": "
                    + leading.key()
                    + " is the newer enrolment and leads."),
            List.of(new Candidate(leading.key(), leading.owner(), 100, List.of())),
            1,
            "Retire " + record.key() + " in its MDM, since " + leading.key() + " replaced it."));
  }

  private List<Rated> candidates(int mail) {
    List<Rated> rated = new ArrayList<>();
    IdStep.candidates(lineup, mail, byId, gone);
    if (verdicts.reason(mail) == Reason.AMBIGUOUS_ID) {
      elsewhere.devices(mail, byId);
    } else if (verdicts.reason(mail) == Reason.ID_CONFLICT && byId.size() == 0) {
      for (int i = 0; i < gone.size(); i++) {
        byId.add(gone.get(i));
      }
    }
    Reviewed.@Nullable Ended ended = lineup.reviewed.ended().get(mail);
    if (ended != null
        && lineup.enrolled.isThere(ended.device())
        && !byId.contains(ended.device())) {
      byId.add(ended.device());
    }
    for (int i = 0; i < byId.size(); i++) {
      rated.add(rate(byId.get(i), mail));
    }
    Ownership owners = lineup.mailed.owners;
    Ints seen = new Ints();
    for (int at = owners.from(mail); at < owners.to(mail) && !lineup.isCrowd(mail); at++) {
      for (KeyIndex index : List.of(lineup.enrolled.byOwner, lineup.enrolled.ofSeveral)) {
        for (int e = index.first(owners.key(at)); e >= 0; e = index.next(e)) {
          int device = index.value(e);
          if (!byId.contains(device)
              && !seen.contains(device)
              && lineup.owner(device, mail) != Answer.NO) {
            seen.add(device);
            rated.add(rate(device, mail));
          }
        }
      }
    }
    rated.sort(
        Comparator.comparing((Rated one) -> lineup.isSeparated(one.device(), mail))
            .thenComparing(BEST_FIRST));
    return rated;
  }

  private String settleBy(int mail, Reason reason, List<Rated> own, List<Rated> elsewhere) {
    boolean known =
        elsewhere.isEmpty()
            || Departed.of(lineup, verdicts, mail).isPresent()
            || verdicts.namesakes().addressLike(mail).isPresent();
    return known
        ? new Settlement(lineup, verdicts).of(mail, reason, own)
        : "Merge "
            + lineup.mails.get(mail).key()
            + " by hand with "
            + elsewhere.get(0).record().key()
            + ", if it is that device, or remove its partnership.";
  }

  private List<Rated> otherMailboxes(int mail, List<Rated> own) {
    Ints elsewhere = new Ints();
    own.forEach(rated -> elsewhere.add(rated.device()));
    new OtherMailboxes(lineup, verdicts).devices(mail, elsewhere);
    List<Rated> found = new ArrayList<>();
    for (int i = own.size(); i < elsewhere.size(); i++) {
      found.add(rate(elsewhere.get(i), mail));
    }
    return found;
  }

  private Rated rate(int device, int mail) {
    return new Rated(device, lineup.enrollments.get(device), lineup.answers(device, mail));
  }

  private Reason reason(int mail, List<Rated> candidates) {
    @Nullable Reason referred = verdicts.reason(mail);
    if (referred != null) {
      return referred;
    }
    if (lineup.mailed.partnerships.stale(mail)) {
      return Reason.STALE_PARTNERSHIP;
    }
    Reason reason = inUse(mail, candidates);
    return OF_ONE_IN_USE.contains(reason) && lineup.mailed.partnerships.quiet(mail)
        ? Reason.STALE_PARTNERSHIP
        : reason;
  }

  private Reason inUse(int mail, List<Rated> candidates) {
    List<Rated> free =
        candidates.stream().filter(rated -> !lineup.isSeparated(rated.device(), mail)).toList();
    List<Rated> unopposed = free.stream().filter(rated -> !isOpposed(rated)).toList();
    boolean allTaken =
        unopposed.stream().allMatch(rated -> verdicts.placeTaken(rated.device(), mail));
    if (allTaken && candidates.stream().anyMatch(rated -> wouldMergeButForPeople(rated, mail))) {
      return Reason.SEPARATED;
    }
    if (!lineup.mailed.owners.known(mail)) {
      return Reason.NO_OWNER;
    }
    if (lineup.isCrowd(mail)) {
      return Reason.AMBIGUOUS_ATTRIBUTES;
    }
    if (free.isEmpty()) {
      return candidates.isEmpty() ? Reason.OWNER_HAS_NO_ENROLLMENT : Reason.SEPARATED;
    }
    if (!unopposed.isEmpty()) {
      return allTaken ? Reason.OWNER_HAS_NO_ENROLLMENT : Reason.AMBIGUOUS_ATTRIBUTES;
    }
    return opposition(free.get(0));
  }

  /** Whether a person's separation is all that stands between the record and this device. */
  private boolean wouldMergeButForPeople(Rated rated, int mail) {
    return lineup.isSeparated(rated.device(), mail)
        && lineup.book.rules().stream().anyMatch(rule -> rule.holds(rated.answers()));
  }

  static boolean isOpposed(Rated rated) {
    return isOpposed(rated.answers());
  }

  /**
   * Whether something visible of the hardware, its serial number included, speaks against a pair.
   */
  static boolean isOpposed(int answers) {
    return (answers & OPPOSING) != 0;
  }

  /** What first speaks against the best candidate, in the order of the ladder. */
  private static Reason opposition(Rated best) {
    if (best.isNo(Condition.SAME_MANUFACTURER)) {
      return Reason.MANUFACTURER_DIFFERS;
    }
    if (best.isNo(Condition.SAME_PLATFORM) || best.isNo(Condition.SAME_FORM_FACTOR)) {
      return Reason.PLATFORM_OR_FORM_DIFFERS;
    }
    return best.isNo(Condition.SAME_MODEL)
        ? Reason.MODEL_CONTRADICTS
        : Reason.OWNER_HAS_NO_ENROLLMENT; // its serial number is another: it is an equal device
  }
}
