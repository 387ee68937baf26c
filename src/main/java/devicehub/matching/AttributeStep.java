package devicehub.matching;

import devicehub.cores.Shares;
import devicehub.decision.Reason;
import devicehub.device.KeyIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies a rule that finds its candidates through the owner: merges where exactly one pair is
 * possible in both directions among what earlier rules left. All pairs are judged before any is
 * merged, so the order of records never matters.
 */
final class AttributeStep {
  private final Lineup lineup;
  private final Verdicts verdicts;
  private final Rule rule;
  private final RuleMask mask;
  private final int number;
  private final boolean blind;
  private final Ints devices = new Ints();
  private final Ints rivals = new Ints();

  AttributeStep(Lineup lineup, Verdicts verdicts, Rule rule, int number) {
    this(lineup, verdicts, rule, number, false);
  }

  /**
   * @param blind to serial numbers, and to whom else an id is known of
   */
  AttributeStep(Lineup lineup, Verdicts verdicts, Rule rule, int number, boolean blind) {
    this.blind = blind;
    this.lineup = lineup;
    this.verdicts = verdicts;
    this.rule = rule;
    this.mask = new RuleMask(rule);
    this.number = number;
  }

  void run() {
    List<Ints> parts =
        Shares.of(
            lineup.mails.size(),
            (from, to) ->
                new AttributeStep(lineup, verdicts, rule, number, blind).choose(from, to));
    Set<Integer> astray = astray(parts);
    for (Ints pairs : parts) {
      for (int i = 0; i < pairs.size(); i += 2) {
        int mail = pairs.get(i + 1);
        if (astray.contains(mail)) {
          verdicts.refer(mail, Reason.AMBIGUOUS_ID);
        } else {
          verdicts.merge(pairs.get(i), mail, number);
        }
      }
    }
  }

  /** The mail records whose own ids lead to another device than the one chosen for them. */
  private Set<Integer> astray(List<Ints> parts) {
    Elsewhere elsewhere = new Elsewhere(lineup, verdicts);
    Set<Integer> astray = new HashSet<>();
    if (blind || !elsewhere.isAnywhere()) {
      return astray;
    }
    Map<Integer, Integer> chosen = new HashMap<>();
    for (Ints pairs : parts) {
      for (int i = 0; i < pairs.size(); i += 2) {
        if (lineup.mailed.isDisputed(pairs.get(i + 1))) {
          chosen.put(pairs.get(i + 1), pairs.get(i));
        }
      }
    }
    for (Ints pairs : parts) {
      for (int i = 0; i < pairs.size(); i += 2) {
        int mail = pairs.get(i + 1);
        if (elsewhere.leads(pairs.get(i), mail, other -> chosen.getOrDefault(other, -1))) {
          astray.add(mail);
        }
      }
    }
    return astray;
  }

  /** Devices and mail records by turns. */
  private Ints choose(int from, int to) {
    Ints pairs = new Ints();
    Ahead ahead = Ahead.byOwner(lineup.enrolled.byOwner, lineup.mailed.owners);
    for (int mail = from; mail < to; mail++) {
      ahead.of(mail, to);
      if (verdicts.undecided(mail) && !lineup.mailed.partnerships.stale(mail)) {
        int device = chosen(mail);
        if (device >= 0) {
          pairs.add(device);
          pairs.add(mail);
        }
      }
    }
    return pairs;
  }

  /** The one device for which this record, and no other, is possible; or -1. */
  private int chosen(int mail) {
    possibleDevices(mail);
    if (devices.size() == 0 || lineup.isCrowd(mail, lineup.mailed.byOwner)) {
      return -1;
    }
    int device = pick(devices, mail, true);
    if (device < 0 || !mask.holds(answers(device, mail))) {
      return -1;
    }
    possibleRivals(device, mail);
    return pick(rivals, device, false) == mail ? device : -1;
  }

  /** The only one possible, or the only one that a tie-break known to all of them favours. */
  private int pick(Ints possible, int of, boolean ofMail) {
    if (possible.size() == 1) {
      return possible.get(0);
    }
    for (Condition condition : possible.size() == 0 ? List.<Condition>of() : rule.tieBreak()) {
      int favoured = -1;
      int yes = 0;
      int known = 0;
      for (int i = 0; i < possible.size(); i++) {
        int answers = ofMail ? answers(possible.get(i), of) : answers(of, possible.get(i));
        if ((answers & Answers.yes(condition)) != 0) {
          favoured = possible.get(i);
          yes++;
          known++;
        } else if ((answers & Answers.no(condition)) != 0) {
          known++;
        }
      }
      if (yes == 1 && known == possible.size()) {
        return favoured;
      }
    }
    return -1;
  }

  /** None where the owner has more devices than a single person would. */
  private void possibleDevices(int mail) {
    devices.clear();
    int crowd = lineup.book.settings().crowd();
    Ownership owners = lineup.mailed.owners;
    for (int at = owners.from(mail); at < owners.to(mail); at++) {
      long owner = owners.key(at);
      KeyIndex index = lineup.enrolled.byOwner;
      int looked = 0;
      for (int entry = index.first(owner); entry >= 0; entry = index.next(entry)) {
        if (++looked > crowd) {
          devices.clear();
          return;
        }
        int device = index.value(entry);
        if (!devices.contains(device) && isPossible(device, mail)) {
          devices.add(device);
        }
      }
    }
  }

  /** The undecided live records that would take the same place on the device. */
  private void possibleRivals(int device, int mail) {
    rivals.clear();
    Ownership owners = lineup.enrolled.owners;
    for (int at = owners.from(device); at < owners.to(device); at++) {
      KeyIndex index = lineup.mailed.byOwner;
      for (int e = index.first(owners.key(at)); e >= 0; e = index.next(e)) {
        int rival = index.value(e);
        if ((rival == mail || lineup.mailed.partnerships.exclude(rival, mail))
            && verdicts.undecided(rival)
            && !lineup.mailed.partnerships.stale(rival)
            && !rivals.contains(rival)
            && isPossible(device, rival)) {
          rivals.add(rival);
        }
      }
    }
  }

  private boolean isPossible(int device, int mail) {
    return !verdicts.placeTaken(device, mail)
        && !lineup.isSeparated(device, mail)
        && mask.possible(answers(device, mail))
        && (blind || !lineup.ids.serialsDiffer(device, mail));
  }

  /**
   * No identifier is looked at: one in common is found or not, and not finding it is no answer, so
   * that it can neither veto a pair nor break a tie. Only two serial numbers rule a pair out.
   */
  private int answers(int device, int mail) {
    return lineup.answersButId(device, mail);
  }
}
