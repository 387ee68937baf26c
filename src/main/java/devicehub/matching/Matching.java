package devicehub.matching;

import devicehub.cores.Shares;
import devicehub.decision.Answer;
import devicehub.decision.Audit;
import devicehub.decision.DecisionLog;
import devicehub.decision.Merge;
import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.decision.Tally;
import devicehub.device.DeviceRecord;
import devicehub.device.RecordKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What one matching came to: merged pairs, records for people, and devices without mail. */
public final class Matching {
  private final Lineup lineup;
  private final Verdicts verdicts;
  private final Merges merges;
  private final boolean audited;

  Matching(Verdicts verdicts, boolean audited) {
    this.lineup = verdicts.lineup;
    this.verdicts = verdicts;
    this.audited = audited;
    this.merges = new Merges(lineup, verdicts);
  }

  /** The merged pairs, in the order of the mail records' keys; each is made when asked for. */
  public List<Merge> merges() {
    return merges;
  }

  Merges pairs() {
    return merges;
  }

  LastSyncs syncs() {
    return lineup.syncs;
  }

  /** Whether a merge, by its place in {@link #merges}, is a person's. */
  boolean byReviewer(int merge) {
    return merges.byReviewer(merge);
  }

  /** Whether a merge rests on an equal identifier. */
  boolean byId(int merge) {
    return !byReviewer(merge) && merges.rule(merge).byId();
  }

  /** Whether both halves of a merge are known to be one person's. */
  boolean ownersAgree(int merge) {
    return lineup.owner(merges.device(merge), merges.mail(merge)) == Answer.YES;
  }

  /** The records no rule decided, in the order of their keys. */
  public List<Referral> referrals() {
    return referrals((record, reason) -> true);
  }

  /** Those of the mail records whose reason is wanted, and every duplicate enrolment. */
  List<Referral> referrals(BiPredicate<DeviceRecord, Reason> wanted) {
    List<Referral> found = new ArrayList<>();
    Shares.of(lineup.mails.size(), (from, to) -> referrals(from, to, wanted))
        .forEach(found::addAll);
    Referrals referrals = new Referrals(lineup, verdicts);
    for (int i = 0; i < lineup.enrollments.size(); i++) {
      if (!lineup.enrolled.devices.leads(i)
          && !lineup.standing.isExcluded(lineup.enrollments.get(i))) {
        referrals.duplicate(i).ifPresent(found::add);
      }
    }
    found.sort((a, b) -> a.record().compareKey(b.record()));
    return found;
  }

  private List<Referral> referrals(int from, int to, BiPredicate<DeviceRecord, Reason> wanted) {
    Referrals referrals = new Referrals(lineup, verdicts);
    List<Referral> found = new ArrayList<>();
    for (int mail = from; mail < to; mail++) {
      if (!verdicts.merged(mail) && !verdicts.excluded(mail)) {
        referrals.refer(mail, wanted).ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * The mail records of which nothing is concluded for now, since feeds are awaited.
   *
   * @param mails of which it is asked
   * @param log tells what stands: what does goes on standing
   */
  public Set<RecordKey> waiting(Set<RecordKey> mails, Awaited awaited, DecisionLog log) {
    if (awaited.isNothing()) {
      return Set.of();
    }
    Patience patience = new Patience(awaited, Standing.readFrom(log), this);
    Set<RecordKey> waiting = new HashSet<>();
    mailsOf(merges(), mails).forEach(waiting::add);
    mailsOf(patience.merges(), mails).forEach(waiting::remove);
    referrals((record, reason) -> mails.contains(record.key())).stream()
        .filter(referral -> patience.withholds(referral.record(), referral.reason()))
        .map(referral -> referral.record().key())
        .filter(mails::contains)
        .forEach(waiting::add);
    return waiting;
  }

  private static Stream<RecordKey> mailsOf(List<Merge> merges, Set<RecordKey> wanted) {
    return merges.stream().map(merge -> merge.mail().key()).filter(wanted::contains);
  }

  /** How the attribute rules do on pairs that ids prove. */
  public Audit audit() {
    return audited ? SelfAudit.of(lineup, verdicts) : Audit.NONE;
  }

  /** Answers questions about this matching. */
  public Explainer explainer() {
    return new Explainer(lineup, verdicts);
  }

  public Tally tally() {
    return roster().tally(merges);
  }

  /** The devices that the enrolments are of, and how many mail records nobody asks about. */
  Roster roster() {
    BitSet leads = new BitSet(lineup.enrollments.size());
    BitSet enrolled = new BitSet(lineup.enrollments.size());
    for (int i = 0; i < lineup.enrollments.size(); i++) {
      leads.set(i, lineup.enrolled.devices.leads(i));
      enrolled.set(i, lineup.enrolled.devices.leads(i) && lineup.enrolled.devices.enrolled(i));
    }
    int excluded = 0;
    for (int mail = 0; mail < lineup.mails.size(); mail++) {
      excluded += verdicts.excluded(mail) ? 1 : 0;
    }
    return new Roster(leads, enrolled, excluded);
  }
}
