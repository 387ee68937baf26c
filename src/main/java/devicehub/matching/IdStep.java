package devicehub.matching;

import devicehub.cores.Shares;
import devicehub.decision.Answer;
import devicehub.decision.Reason;
import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import java.util.HashSet;
import java.util.Set;

/**
 * Applies a rule that finds its candidates by identifier. A mail client chooses its own id, so
 * equality alone proves nothing: what the rule vetoes is an {@link Reason#ID_CONFLICT}.
 */
final class IdStep {
  private final Lineup lineup;
  private final Verdicts verdicts;
  private final Rule rule;
  private final RuleMask mask;
  private final int number;
  private final Ints found = new Ints();
  private final Ints gone = new Ints();

  IdStep(Lineup lineup, Verdicts verdicts, Rule rule, int number) {
    this.lineup = lineup;
    this.verdicts = verdicts;
    this.rule = rule;
    this.mask = new RuleMask(rule);
    this.number = number;
  }

  void run() {
    int[] proposed = new int[lineup.mails.size()];
    Shares.of(
        proposed.length,
        (from, to) -> new IdStep(lineup, verdicts, rule, number).propose(from, to, proposed));
    PlacesTaken live =
        new PlacesTaken(lineup.enrollments.size(), lineup.mailed.partnerships, proposed.length);
    for (int mail = 0; mail < proposed.length; mail++) {
      if (proposed[mail] >= 0 && !lineup.mailed.partnerships.stale(mail)) {
        live.take(proposed[mail], mail);
      }
    }
    for (int mail = 0; mail < proposed.length; mail++) {
      boolean several =
          proposed[mail] >= 0
              && !lineup.mailed.partnerships.stale(mail)
              && live.isTaken(proposed[mail], mail);
      if (several || (proposed[mail] >= 0 && verdicts.placeTaken(proposed[mail], mail))) {
        verdicts.refer(mail, Reason.AMBIGUOUS_ID);
        proposed[mail] = -1;
      }
    }
    // Only now, or the order of records would tell which of a live and a stale one finds room.
    for (int mail = 0; mail < proposed.length; mail++) {
      if (proposed[mail] >= 0) {
        verdicts.merge(proposed[mail], mail, number);
      }
    }
  }

  private int[] propose(int from, int to, int[] into) {
    Ahead ahead = Ahead.byId(lineup.enrolled.byId, lineup.mails);
    for (int mail = from; mail < to; mail++) {
      ahead.of(mail, to);
      into[mail] = verdicts.undecided(mail) ? propose(mail) : -1;
    }
    return into;
  }

  /** The one device that fits, or -1 after referring the record if its ids meet any device. */
  private int propose(int mail) {
    candidates(lineup, mail, found, gone);
    int fitting = -1;
    int fits = 0;
    int met = 0;
    for (int i = 0; i < found.size(); i++) {
      int device = found.get(i);
      if (lineup.isSeparated(device, mail)) {
        continue;
      }
      met++;
      if (fits(device, mail)) {
        fitting = device;
        fits++;
      }
    }
    // An address whose ids are of several owners' phones is taken for an alias of none of them.
    if (fits == 1 && (met == 1 || mask.holds(lineup.answers(fitting, mail)))) {
      return fitting;
    }
    if (fits > 0) {
      verdicts.refer(mail, Reason.AMBIGUOUS_ID);
    } else if (met > 0 && conflict(mail)) {
      verdicts.refer(mail, Reason.ID_CONFLICT);
    } else if (met == 0) {
      referIfGone(mail);
    }
    return -1;
  }

  /**
   * Refers a record whose id only a device has that is retired or that people excluded: it is that
   * device's, and must not be taken for another of its owner's.
   */
  private void referIfGone(int mail) {
    int device = lineup.mailed.owners.known(mail) ? gone(lineup, mail, gone) : -1;
    if (device >= 0) {
      boolean others = lineup.owner(device, mail) == Answer.NO;
      verdicts.refer(mail, others ? Reason.ID_CONFLICT : Reason.OWNER_HAS_NO_ENROLLMENT);
    }
  }

  /** The device, retired or excluded, that a mail record's id is of, or -1. */
  static int gone(Lineup lineup, int mail) {
    Ints gone = new Ints();
    candidates(lineup, mail, new Ints(), gone);
    return gone(lineup, mail, gone);
  }

  private static int gone(Lineup lineup, int mail, Ints devices) {
    for (int i = 0; i < devices.size(); i++) {
      int device = devices.get(i);
      if (!lineup.isSeparated(device, mail) && !Referrals.isOpposed(lineup.answers(device, mail))) {
        return device;
      }
    }
    return -1;
  }

  private boolean fits(int device, int mail) {
    int answers = lineup.answers(device, mail);
    if (mask.holds(answers)) {
      return true;
    }
    int butOwner = answers & ~Answers.no(Condition.SAME_OWNER);
    return mask.holds(butOwner)
        && !lineup.isAnotherPerson(mail)
        && !ownMailboxHasIt(device, mail)
        && ((answers & Answers.yes(Condition.SAME_MODEL)) != 0 || secondIdAgrees(device, mail));
  }

  /**
   * Whether the device's owner has a record of the same client in a mailbox of the own name: then
   * the other name is no alias of it, but of another mailbox.
   */
  private boolean ownMailboxHasIt(int device, int mail) {
    DeviceRecord record = lineup.mails.get(mail);
    KeyIndex index = lineup.mailed.byId;
    for (int id = 0; id < record.idCount(); id++) {
      for (int at = index.first(record.idHash(id)); at >= 0; at = index.next(at)) {
        int other = index.value(at);
        if (other != mail
            && lineup.owner(device, other) == Answer.YES
            && lineup.ids.meets(record, id, device)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether any met device is refused by a veto rather than by a value that is missing. */
  private boolean conflict(int mail) {
    for (int i = 0; i < found.size(); i++) {
      int device = found.get(i);
      if (!lineup.isSeparated(device, mail) && !mask.possible(lineup.answers(device, mail))) {
        return true;
      }
    }
    return false;
  }

  /** Whether ids of different kinds agree, such as an IMEI beside the mail device id. */
  private boolean secondIdAgrees(int device, int mail) {
    Set<Class<?>> kinds = new HashSet<>();
    DeviceRecord record = lineup.mails.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      if (lineup.ids.meets(record, id, device)) {
        kinds.add(record.identifier(id).getClass());
      }
    }
    return kinds.size() > 1;
  }

  /**
   * The enrolled devices that share an identifier with the record, each once; and those that are
   * retired or excluded.
   */
  static void candidates(Lineup lineup, int mail, Ints into, Ints gone) {
    into.clear();
    gone.clear();
    DeviceRecord record = lineup.mails.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      long hash = record.idHash(id);
      if (lineup.ids.shared.isShared(hash)) {
        continue;
      }
      KeyIndex index = lineup.enrolled.byId;
      for (int at = index.first(hash); at >= 0; at = index.next(at)) {
        int device = lineup.enrolled.devices.leader(index.value(at));
        Ints found = lineup.enrolled.isThere(device) ? into : gone;
        if (lineup.enrolled.counts(index.value(at))
            && lineup.ids.same(index.value(at), record, id)
            && !found.contains(device)) {
          found.add(device);
        }
      }
    }
  }
}
