package devicehub;

import devicehub.decision.Merge;
import devicehub.decision.Referral;
import devicehub.decision.StandingDecisions;
import devicehub.directory.Directory;
import devicehub.fleet.Mix;
import devicehub.matching.Matcher;
import devicehub.matching.Matching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the matcher against fleets whose truth is known, and prints how right it was, by trick.
 *
 * <pre>
 *   ./mvnw -q test-compile exec:java -Dexec.mainClass=devicehub.Accuracy -Dexec.args="10000 1 2 3"
 * </pre>
 */
public final class Accuracy {
  /** What became of one trick's mail records. */
  static final class Score {
    int merged;
    int wronglyMerged;
    int missed;
    int referred;
    int wrongReason;
    int candidateMissing;

    boolean isPerfect() {
      return wronglyMerged + missed + wrongReason + candidateMissing == 0;
    }

    private void add(Score more) {
      merged += more.merged;
      wronglyMerged += more.wronglyMerged;
      missed += more.missed;
      referred += more.referred;
      wrongReason += more.wrongReason;
      candidateMissing += more.candidateMissing;
    }

    private String line(String name) {
      return "%-30s %8d %8d %8d %8d %8d %8d"
          .formatted(name, merged, wronglyMerged, missed, referred, wrongReason, candidateMissing);
    }
  }

  private Accuracy() {}

  /** Arguments: people per fleet, then seeds. */
  public static void main(String[] arguments) {
    int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    List<Long> seeds = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      seeds.add(Long.parseLong(arguments[i]));
    }
    Map<String, Score> total = new TreeMap<>();
    for (long seed : seeds.isEmpty() ? List.of(1L, 2L, 3L) : seeds) {
      of(FleetRecords.of(seed, people, Mix.everyTrick()))
          .forEach((trick, score) -> total.computeIfAbsent(trick, t -> new Score()).add(score));
    }
    print(total);
  }

  private static void print(Map<String, Score> total) {
    System.out.printf(
        "%-30s %8s %8s %8s %8s %8s %8s%n",
        "trick", "merged", "wrong", "missed", "referred", "reason?", "no cand.");
    Score all = new Score();
    total.forEach(
        (trick, score) -> {
          System.out.println(score.line(trick));
          all.add(score);
        });
    System.out.println(all.line("all"));
    System.out.printf(
        "precision %.6f, recall of the decidable %.6f%n",
        ratio(all.merged, all.merged + all.wronglyMerged),
        ratio(all.merged, all.merged + all.missed));
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  /** The scores of one fleet under the shipped rules, by trick. */
  static Map<String, Score> of(FleetRecords fleet) {
    Matching matching =
        new Matcher(FleetRecords.shippedRules())
            .match(
                fleet.enrollments(),
                fleet.mails(),
                Directory.of(fleet.people()),
                StandingDecisions.none());
    Map<String, String> merged = new HashMap<>();
    for (Merge merge : matching.merges()) {
      merged.put(merge.mail().key().toString(), merge.enrollment().key().id());
    }
    Map<String, Referral> referred = new HashMap<>();
    for (Referral referral : matching.referrals()) {
      referred.put(referral.record().key().toString(), referral);
    }
    Map<String, Score> scores = new TreeMap<>();
    for (TruthRow truth : TruthRow.all(fleet.truth())) {
      if (truth.isMail() && !truth.key().startsWith("traveler:")) {
        Score score = scores.computeIfAbsent(truth.trick(), trick -> new Score());
        judge(truth, merged.get(truth.key()), referred.get(truth.key()), score);
      }
    }
    return scores;
  }

  private static void judge(TruthRow truth, String enrollment, Referral referral, Score score) {
    if (enrollment != null) {
      boolean right = truth.outcome().equals("MERGED") && enrollment.equals(truth.enrollment());
      score.merged += right ? 1 : 0;
      score.wronglyMerged += right ? 0 : 1;
    } else if (truth.outcome().equals("MERGED")) {
      score.missed++;
    } else if (truth.outcome().equals("EXCEPTION")) {
      boolean told = referral != null && truth.reasons().contains(referral.reason().name());
      score.referred += told ? 1 : 0;
      score.wrongReason += told ? 0 : 1;
      List<String> offered =
          referral == null
              ? List.of()
              : referral.candidates().stream().map(c -> c.record().id()).toList();
      score.candidateMissing += offered.containsAll(truth.candidates()) ? 0 : 1;
    }
  }
}
