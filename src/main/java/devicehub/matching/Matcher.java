package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.decision.Reason;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.directory.Directory;
import java.util.List;

/**
 * Decides pairs: records, standing decisions and a rule book in, decisions out. It asks no clock
 * and reads nothing, so the same input always gives the same output.
 *
 * <pre>
 *   people's merges  →  rule 1: exact-id  →  rule 2: owner-hardware  →  …  →  otherwise: refer
 * </pre>
 */
public final class Matcher {
  private final RuleBook book;
  private final int audited;

  public Matcher(RuleBook book) {
    this(book, SelfAudit.LARGEST);
  }

  /**
   * @param audited how many mail records a line-up may have that is audited
   */
  Matcher(RuleBook book, int audited) {
    this.book = book;
    this.audited = audited;
  }

  public RuleBook book() {
    return book;
  }

  public Matching match(
      List<DeviceRecord> enrollments,
      List<DeviceRecord> mails,
      Directory directory,
      StandingDecisions standing) {
    return new Matching(
        decided(new Lineup(enrollments, mails, directory, standing, new LastSyncs(), book)),
        audits(mails.size()));
  }

  /** Whether a line-up of so many mail records is audited. */
  boolean audits(int mails) {
    return mails <= audited;
  }

  /**
   * Decides some of the records, among whom are all that share a key with any of them.
   *
   * @param directory knows what the whole one does of their owners
   * @param syncs of all mail records
   */
  Matching matchPart(
      List<DeviceRecord> enrollments,
      List<DeviceRecord> mails,
      Directory directory,
      StandingDecisions standing,
      LastSyncs syncs) {
    return new Matching(
        decided(new Lineup(enrollments, mails, directory, standing, syncs, book)), false);
  }

  private Verdicts decided(Lineup lineup) {
    Verdicts verdicts = new Verdicts(lineup);
    for (int mail = 0; mail < lineup.mails.size() && !lineup.standing.isEmpty(); mail++) {
      if (lineup.standing.isExcluded(lineup.mails.get(mail))) {
        verdicts.exclude(mail);
      }
    }
    lineup
        .reviewed
        .merged()
        .forEach(
            (mail, device) -> {
              if (!verdicts.excluded(mail)) {
                verdicts.merge(device, mail, Verdicts.REVIEWER);
              }
            });
    for (int number = 0; number < book.rules().size(); number++) {
      Rule rule = book.rules().get(number);
      if (rule.byId()) {
        new IdStep(lineup, verdicts, rule, number).run();
      } else {
        referEnded(verdicts);
        new AttributeStep(lineup, verdicts, rule, number).run();
      }
    }
    referEnded(verdicts);
    return verdicts;
  }

  /** What a person saw on one device is not taken for another's because it cannot stay there. */
  private static void referEnded(Verdicts verdicts) {
    Lineup lineup = verdicts.lineup;
    lineup
        .reviewed
        .ended()
        .forEach(
            (mail, ended) -> {
              if (verdicts.undecided(mail)) {
                boolean others = lineup.owner(ended.device(), mail) == Answer.NO;
                verdicts.refer(mail, others ? Reason.ID_CONFLICT : Reason.OWNER_HAS_NO_ENROLLMENT);
              }
            });
  }
}
