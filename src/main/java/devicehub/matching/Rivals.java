package devicehub.matching;

import static java.util.stream.Collectors.joining;

import devicehub.device.KeyIndex;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The records of one owner and client that wait for one place: only one of them can have it. */
final class Rivals {
  private static final int NAMED = 4;

  private final Lineup lineup;
  private final int[] records;

  private Rivals(Lineup lineup, Ints found) {
    this.lineup = lineup;
    this.records = IntStream.range(0, found.size()).map(found::get).sorted().toArray();
  }

  /**
   * A mail record with those of its owner's that rival it.
   *
   * @param waits which of the owner's records wait for the same
   */
  static Rivals of(Lineup lineup, Verdicts verdicts, int mail, IntPredicate waits) {
    Ints others = new Ints();
    Ownership owners = lineup.mailed.owners;
    for (int at = owners.from(mail); at < owners.to(mail) && !lineup.isCrowd(mail); at++) {
      KeyIndex index = lineup.mailed.byOwner;
      for (int e = index.first(owners.key(at)); e >= 0; e = index.next(e)) {
        others.add(index.value(e));
      }
    }
    return among(others, lineup, verdicts, mail, waits);
  }

  /** A mail record with those that rival it and bear the same name, which nobody is known by. */
  static Rivals ofName(Lineup lineup, Verdicts verdicts, int mail) {
    Ints others = new Ints();
    verdicts.namesakes().undecided(mail, others);
    return among(others, lineup, verdicts, mail, other -> true);
  }

  private static Rivals among(
      Ints others, Lineup lineup, Verdicts verdicts, int mail, IntPredicate waits) {
    Partnerships partnerships = lineup.mailed.partnerships;
    Ints found = new Ints();
    found.add(mail);
    for (int i = 0; i < others.size(); i++) {
      int other = others.get(i);
      if (!found.contains(other)
          && !verdicts.merged(other)
          && !partnerships.stale(other)
          && partnerships.exclude(other, mail)
          && waits.test(other)) {
        found.add(other);
      }
    }
    return new Rivals(lineup, found);
  }

  int count() {
    return records.length;
  }

  boolean allAre(IntPredicate such) {
    return IntStream.of(records).allMatch(such);
  }

  boolean isAlone() {
    return records.length == 1;
  }

  /** The same words, whichever of them is asked about: one fix is for all. */
  String names() {
    if (records.length > NAMED) {
      return names(NAMED) + ", …";
    }
    return names(records.length - 1) + " or " + name(records[records.length - 1]);
  }

  private String names(int first) {
    return IntStream.of(records).limit(first).mapToObj(this::name).collect(joining(", "));
  }

  private String name(int record) {
    return lineup.mails.get(record).key().toString();
  }
}
