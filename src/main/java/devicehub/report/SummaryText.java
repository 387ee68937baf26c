package devicehub.report;

import devicehub.decision.CycleSummary;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.Tally;
import devicehub.inventory.Counts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The console's account of a cycle, in the numbers of {@code summary.json}. It names feeds, and no
 * person or device.
 *
 * <pre>
 *   Matched at 2026-11-23 14:02:35 UTC in 0.4 s: 3 pairs merged, 1 retracted; …
 *
 *   Merged pairs       187
 *   Exceptions          25
 *     NO_OWNER           4
 *     AMBIGUOUS_ID      21
 *   Mail records       212  (0 excluded)
 *   Enrolments         203  (198 devices, 11 of them without mail; 5 superseded; 0 retired)
 *
 *   Feeds
 *     exchange  mail        in force  212 rows in = 203 accepted + 1 duplicate + …
 *     maas360   enrollment  held      203 rows in = 0 accepted + …
 *               ! 41 % fewer devices than usual
 * </pre>
 */
public final class SummaryText {
  private static final int LABELS = 28;
  private static final int NUMBERS = 11;

  private SummaryText() {}

  /** That a cycle is held, why, and what to do; it names no person or device. */
  public static String held(Outcome.Held held) {
    return "cycle held since "
        + Words.time(held.cycle().at())
        + ": "
        + held.reason()
        + ". What stood before stands. If it is right, release it: "
        + command(held);
  }

  static String command(Outcome.Held held) {
    return "release --cycle " + held.cycle().id() + " --note TEXT --by NAME";
  }

  /** One line, for each cycle of a hub that stays up. */
  public static String line(Outcome outcome) {
    CycleSummary summary = outcome.summary();
    return "Matched at "
        + Words.time(summary.startedAt())
        + " in "
        + Words.duration(summary.durationMillis())
        + ": "
        + changes(outcome)
        + " Standing: "
        + Words.count(summary.mergedTotal(), "merged pair")
        + ", "
        + Words.count(summary.exceptionsTotal(), "exception")
        + ".";
  }

  /** What was decided differently from the cycle before, in a sentence. */
  static String changes(Outcome outcome) {
    CycleSummary summary = outcome.summary();
    if (outcome.held().isPresent()) {
      return "held, so that nothing changed.";
    }
    if (!summary.changed()) {
      return "nothing changed.";
    }
    return Words.count(summary.merged(), "pair")
        + " merged, "
        + Words.number(summary.retracted())
        + " retracted; "
        + Words.count(summary.opened(), "exception")
        + " opened, "
        + Words.number(summary.changedExceptions())
        + " changed, "
        + Words.number(summary.cleared())
        + " cleared; "
        + Words.number(summary.unchanged())
        + " unchanged.";
  }

  /** The whole account, ending in a line end. */
  public static String of(ReportData data) {
    CycleSummary summary = data.outcome().summary();
    Tally tally = summary.tally();
    StringBuilder text = new StringBuilder(line(data.outcome())).append("\n\n");
    data.outcome().held().ifPresent(held -> text.append("! ").append(held(held)).append("\n\n"));
    row("Merged pairs", summary.mergedTotal(), "", text);
    row("Exceptions", summary.exceptionsTotal(), "", text);
    for (Map.Entry<Reason, Integer> entry : new TreeMap<>(summary.exceptions()).entrySet()) {
      row("  " + entry.getKey(), entry.getValue(), "", text);
    }
    row("Mail records", tally.mails(), "(" + Words.number(tally.excluded()) + " excluded)", text);
    row("Enrolments", tally.enrollments(), devices(tally), text);
    String waiting = data.outcome().waiting().told();
    text.append(waiting.isEmpty() ? "" : "\n! " + waiting + "\n");
    if (!data.feeds().isEmpty()) {
      text.append("\nFeeds\n");
      feeds(data.feeds(), text);
    }
    return text.toString();
  }

  private static void row(String label, long number, String note, StringBuilder text) {
    text.append(label).append(" ".repeat(LABELS - label.length()));
    String digits = Words.number(number);
    text.append(" ".repeat(Math.max(0, NUMBERS - digits.length()))).append(digits);
    text.append(note.isEmpty() ? "" : "  " + note).append('\n');
  }

  private static String devices(Tally tally) {
    return "("
        + Words.count(tally.devices(), "device")
        + ", "
        + Words.number(tally.withoutMail())
        + " of them without mail; "
        + Words.number(tally.superseded())
        + " superseded; "
        + Words.number(tally.retired())
        + " retired)";
  }

  private static void feeds(List<FeedReport> feeds, StringBuilder text) {
    int names = widest(feeds, FeedReport::name);
    int roles = widest(feeds, SummaryText::role);
    int states = widest(feeds, FeedReport::state);
    for (FeedReport feed : feeds) {
      text.append("  ").append(padded(feed.name(), names));
      text.append("  ").append(padded(role(feed), roles));
      text.append("  ").append(padded(feed.state(), states));
      text.append("  ").append(rows(feed.counts())).append('\n');
      if (!feed.trouble().isEmpty()) {
        text.append(" ".repeat(names + 4)).append("! ").append(plain(feed.trouble())).append('\n');
      }
    }
  }

  private static String role(FeedReport feed) {
    return feed.role().name().toLowerCase(Locale.ROOT);
  }

  private static int widest(List<FeedReport> feeds, Function<FeedReport, String> column) {
    return feeds.stream().mapToInt(feed -> column.apply(feed).length()).max().orElse(0);
  }

  private static String padded(String cell, int width) {
    return plain(cell) + " ".repeat(width - cell.length());
  }

  /**
   * Troubles quote what servers sent; no sign of it may move a terminal's cursor or fake a line.
   */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      plain.append(Character.isISOControl(c) ? ' ' : c);
    }
    return plain.toString();
  }

  private static String rows(Counts counts) {
    return Words.count(counts.rowsIn(), "row")
        + " in = "
        + Words.number(counts.accepted())
        + " accepted + "
        + Words.number(counts.duplicate())
        + " duplicate + "
        + Words.number(counts.rejected())
        + " rejected + "
        + Words.number(counts.ignored())
        + " ignored + "
        + Words.number(counts.held())
        + " held";
  }
}
