package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.decision.Authority;
import devicehub.decision.Explanation;
import devicehub.decision.Explanation.Verdict;
import devicehub.decision.Merge;
import devicehub.decision.Referral;
import devicehub.decision.ReviewerDecision;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.KeyIndex;
import devicehub.device.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers "why?" and "why not?" about one matching. */
public final class Explainer {
  /** So many undecided mail records are told of an enrolment. */
  private static final int MOST = 5;

  private final Lineup lineup;
  private final Verdicts verdicts;
  private final Findings findings;

  Explainer(Lineup lineup, Verdicts verdicts) {
    this.lineup = lineup;
    this.verdicts = verdicts;
    this.findings = new Findings(lineup);
  }

  /** Why a record is decided as it is; empty where there is no such record. */
  public Optional<Explanation> explain(RecordKey key) {
    int mail = position(lineup.mails, key);
    if (mail >= 0) {
      return Optional.of(mail(mail));
    }
    int enrollment = position(lineup.enrollments, key);
    return enrollment < 0 ? Optional.empty() : Optional.of(enrollment(enrollment));
  }

  /** Why two records are, or are not, one device; empty where one of them is not known. */
  public Optional<Explanation> explain(RecordKey one, RecordKey other) {
    return new PairExplainer(lineup, verdicts, this).explain(one, other);
  }

  /** The decision by which people separated two records, under whatever ids. */
  public Optional<ReviewerDecision> separation(RecordKey one, RecordKey other) {
    return new PairExplainer(lineup, verdicts, this).separation(one, other);
  }

  /** Whether two records are the same person's; of an enrolment its device's owner counts. */
  public Answer sameOwner(RecordKey one, RecordKey other) {
    return new PairExplainer(lineup, verdicts, this).sameOwner(one, other);
  }

  /** Why to merge a pair would merge another one; empty where it would not. */
  public Optional<String> handedOn(RecordKey one, RecordKey other) {
    return new PairExplainer(lineup, verdicts, this).handedOn(one, other);
  }

  static int position(List<DeviceRecord> records, RecordKey key) {
    long hash = IdText.hash(key.id());
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).keyHash() == hash && records.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  Explanation mail(int mail) {
    DeviceRecord record = lineup.mails.get(mail);
    if (verdicts.merged(mail)) {
      int device = verdicts.device(mail);
      return new Explanation(
          Verdict.MERGED,
          record.key() + " is merged with " + lineup.enrollments.get(device).key() + ".",
          List.of(because(mail)),
          findings.of(device, mail),
          List.of(merge(mail)),
          Optional.empty());
    }
    if (verdicts.excluded(mail)) {
      return excluded(record);
    }
    return referred(new Referrals(lineup, verdicts).refer(mail));
  }

  private Explanation excluded(DeviceRecord record) {
    List<String> word =
        lineup.standing.exclusion(record.key()).stream()
            .map(d -> d.by() + " excluded it on " + d.at() + ": " + d.note())
            .toList();
    return new Explanation(
        Verdict.EXCLUDED,
        record.key() + " is excluded.",
        word,
        List.of(),
        List.of(),
        Optional.empty());
  }

  String superseded(int enrollment, int leader) {
    return lineup.enrollments.get(enrollment).key()
        + " is superseded by "
        + lineup.enrollments.get(leader).key()
        + ", a newer enrolment of the same device.";
  }

  private static Explanation referred(Referral referral) {
    List<String> sentences = new ArrayList<>(referral.evidence());
    if (!referral.settleBy().isEmpty()) {
      sentences.add("What would settle it: " + referral.settleBy());
    }
    return Explanation.of(referral, sentences);
  }

  String because(int mail) {
    Explanation.Because merge = merge(mail);
    if (merge.merge().authority() == Authority.REVIEWER) {
      return merge.because();
    }
    boolean alias = lineup.owner(verdicts.device(mail), mail) == Answer.NO;
    return "Rule "
        + merge.merge().rule()
        + ": "
        + merge.because()
        + (alias
            ? " The owner's name is another, but nobody else is known by it, and more than the"
                + " identifier agrees: it is taken for an alias."
            : "");
  }

  Explanation.Because merge(int mail) {
    boolean byPerson = verdicts.rule(mail) == Verdicts.REVIEWER;
    Merge merge =
        new Merge(
            lineup.enrollments.get(verdicts.device(mail)),
            lineup.mails.get(mail),
            byPerson ? "reviewer" : lineup.book.rules().get(verdicts.rule(mail)).name(),
            byPerson ? Authority.REVIEWER : Authority.RULE);
    return new Explanation.Because(
        merge,
        byPerson
            ? "A person merged them."
            : lineup.book.rules().get(verdicts.rule(mail)).because());
  }

  private Explanation enrollment(int enrollment) {
    DeviceRecord record = lineup.enrollments.get(enrollment);
    if (lineup.standing.isExcluded(record)) {
      return excluded(record);
    }
    int leader = lineup.enrolled.devices.leader(enrollment);
    if (leader != enrollment) {
      Optional<Referral> duplicate = new Referrals(lineup, verdicts).duplicate(enrollment);
      return duplicate
          .map(Explainer::referred)
          .orElseGet(() -> Explanation.plain(Verdict.SUPERSEDED, superseded(enrollment, leader)));
    }
    List<Integer> mails =
        IntStream.range(0, lineup.mails.size())
            .filter(i -> verdicts.merged(i) && verdicts.device(i) == enrollment)
            .boxed()
            .toList();
    if (mails.isEmpty() && !lineup.enrolled.devices.enrolled(enrollment)) {
      return Explanation.plain(
          Verdict.RETIRED, record.key() + " is retired in its MDM: it can own no mail record.");
    }
    if (mails.isEmpty()) {
      return new Explanation(
          Verdict.WITHOUT_MAIL,
          record.key() + " is enrolled, and no mail record is merged with it.",
          undecided(enrollment),
          List.of(),
          List.of(),
          Optional.empty());
    }
    String merged =
        mails.stream()
            .map(i -> lineup.mails.get(i).key() + " (" + because(i) + ")")
            .collect(Collectors.joining("; "));
    return new Explanation(
        Verdict.MERGED,
        record.key() + " is merged with " + merged + ".",
        List.of(),
        List.of(),
        mails.stream().map(this::merge).toList(),
        Optional.empty());
  }

  /** The owner's mail records that may be on the device, and why they are not merged. */
  private List<String> undecided(int device) {
    List<String> told = new ArrayList<>();
    Referrals referrals = new Referrals(lineup, verdicts);
    Ints seen = new Ints();
    Ownership owners = lineup.enrolled.owners;
    for (int at = owners.from(device); at < owners.to(device); at++) {
      KeyIndex index = lineup.mailed.byOwner;
      for (int e = index.first(owners.key(at)); e >= 0 && seen.size() < MOST; e = index.next(e)) {
        int mail = index.value(e);
        if (seen.contains(mail) || verdicts.merged(mail) || verdicts.excluded(mail)) {
          continue;
        }
        seen.add(mail);
        Referral referral = referrals.refer(mail);
        told.add(
            "It may be the device of "
                + referral.record().key()
                + ", which is an exception: "
                + referral.reason()
                + ". "
                + referral.evidence().get(0));
      }
    }
    return told;
  }
}
