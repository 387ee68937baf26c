package devicehub.report;

import devicehub.decision.CycleSummary;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.Tally;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code exceptions.html}: the report for people, on screen, phone and paper. One file with no
 * script, which may run or load nothing, whatever the feeds bring into it.
 */
final class ExceptionsPage {
  /** Exceptions told in full; a longer page helps nobody, and the files list them all. */
  static final int TOLD = 2000;

  /** Changes listed that would settle several exceptions. */
  static final int FIXES = 10;

  /** Users listed. */
  static final int USERS = 500;

  private final ReportData data;
  private final List<UserCounts> users;
  private final HtmlText page;

  private ExceptionsPage(ReportData data, List<UserCounts> users, HtmlText page) {
    this.data = data;
    this.users = users;
    this.page = page;
  }

  static void write(ReportData data, List<UserCounts> users, OutputStream out) throws IOException {
    BufferedWriter text =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    new ExceptionsPage(data, users, new HtmlText(text)).write();
    text.flush();
  }

  private void write() throws IOException {
    Map<Reason, List<Outcome.Referred>> groups = groups();
    PageStyle.CALM.head("Device exceptions", page);
    cycle(data.outcome().summary());
    if (data.outcome().held().isPresent()) {
      held(data.outcome().held().get());
    }
    feeds();
    reasons(groups);
    fixes();
    users();
    List<Integer> told = FairShares.of(TOLD, groups.values().stream().map(List::size).toList());
    int at = 0;
    for (Map.Entry<Reason, List<Outcome.Referred>> group : groups.entrySet()) {
      group(group.getKey(), group.getValue(), told.get(at++));
    }
    page.put("<footer>All times are UTC. This page shows what stood when it was written; the");
    page.put(" review page is always current.</footer>\n</main>\n</body>\n</html>\n");
  }

  /** The exceptions by reason, what is urgent first. */
  private Map<Reason, List<Outcome.Referred>> groups() {
    Map<Reason, List<Outcome.Referred>> byReason = new EnumMap<>(Reason.class);
    for (Outcome.Referred referred : data.outcome().exceptions()) {
      byReason.computeIfAbsent(referred.referral().reason(), r -> new ArrayList<>()).add(referred);
    }
    Map<Reason, List<Outcome.Referred>> urgentFirst = new LinkedHashMap<>();
    byReason.keySet().stream()
        .sorted(Comparator.comparing(Reason::severity).reversed())
        .forEach(reason -> urgentFirst.put(reason, byReason.get(reason)));
    return urgentFirst;
  }

  private void cycle(CycleSummary summary) throws IOException {
    Tally tally = summary.tally();
    String time = IsoTimes.of(summary.startedAt());
    page.put("<p class=\"ran\">Matching last ran at <time datetime=\"{}\">", time);
    page.put("<b>{}</b></time>", Words.time(summary.startedAt()));
    page.put(" and took {}: ", Words.duration(summary.durationMillis()));
    page.put("{}</p>\n", SummaryText.changes(data.outcome()));
    String waiting = data.outcome().waiting().told();
    if (!waiting.isEmpty()) {
      page.put("<p><b class=\"no\">! {}</b></p>\n", waiting + ".");
    }
    page.put("<dl class=\"totals\">\n");
    total("Exceptions", summary.exceptionsTotal());
    total("Merged pairs", summary.mergedTotal());
    total("Mail records", tally.mails());
    total("Enrolled devices", tally.devices());
    if (data.outcome().held().isEmpty()) {
      total("Enrolled without mail", tally.withoutMail());
      total("Excluded by people", tally.excluded());
    }
    page.put("</dl>\n");
  }

  private void held(Outcome.Held held) throws IOException {
    page.put("<section class=\"held\">\n<h2>This cycle is held</h2>\n<p>{}.</p>\n", held.reason());
    if (!held.examples().isEmpty()) {
      page.put("<ul class=\"evidence\">\n");
      for (String example : held.examples()) {
        page.put("<li>{}</li>\n", example);
      }
      page.put("</ul>\n");
    }
    page.put(
        "<p>So much at once is more often a mistake in a feed or a rule than true. Nothing of");
    page.put(" it is written or sent; what stood before stands. Repair the cause, and the hold");
    page.put(
        " ends by itself; or let it be written: <code>{}</code></p>\n", SummaryText.command(held));
    int untold = data.outcome().summary().exceptionsTotal() - data.outcome().exceptions().size();
    if (untold > 0) {
      page.put("<p>{} that stand would change or end, and are", Words.count(untold, "exception"));
      page.put(" not below; exceptions.csv and exceptions.json tell all that stand.</p>\n");
    }
    page.put("</section>\n");
  }

  private void total(String name, long number) throws IOException {
    page.put("<div><dt>{}</dt><dd>{}</dd></div>\n", name, Words.number(number));
  }

  private void feeds() throws IOException {
    page.put("<section>\n<h2>Feeds</h2>\n<table class=\"stacked\">\n<thead><tr><th>Feed</th>");
    page.put("<th>Tells of</th><th>State</th><th>Taken</th><th class=\"n\">Rows in</th>");
    page.put("<th class=\"n\">Accepted</th><th class=\"n\">Duplicate</th>");
    page.put("<th class=\"n\">Rejected</th><th class=\"n\">Ignored</th><th class=\"n\">Held</th>");
    page.put("</tr></thead>\n<tbody>\n");
    for (FeedReport feed : data.feeds()) {
      feed(feed);
    }
    page.put("</tbody></table>\n</section>\n");
  }

  private void feed(FeedReport feed) throws IOException {
    page.put("<tr><th scope=\"row\">{}</th>", feed.name());
    cell("Tells of", feed.role().name().toLowerCase(Locale.ROOT));
    page.put("<td data-label=\"State\">");
    page.put(feed.trouble().isEmpty() ? "{}</td>" : "<b class=\"no\">! {}</b></td>", feed.state());
    cell("Taken", feed.takenAt().map(Words::time).orElse("never"));
    number("Rows in", feed.counts().rowsIn());
    number("Accepted", feed.counts().accepted());
    number("Duplicate", feed.counts().duplicate());
    number("Rejected", feed.counts().rejected());
    number("Ignored", feed.counts().ignored());
    number("Held", feed.counts().held());
    page.put("</tr>\n");
    if (!feed.trouble().isEmpty()) {
      page.put("<tr class=\"trouble\"><td colspan=\"10\">{}</td></tr>\n", feed.trouble());
    }
  }

  private void reasons(Map<Reason, List<Outcome.Referred>> groups) throws IOException {
    page.put("<section>\n<h2>Exceptions by reason</h2>\n");
    if (groups.isEmpty() && data.outcome().held().isPresent()) {
      page.put("<p class=\"none\">All that stand are in exceptions.csv.</p>\n");
    } else if (groups.isEmpty()) {
      page.put("<p class=\"none\">There are none: every mail record is merged or excluded.</p>\n");
    } else {
      page.put(
          "<table class=\"stacked\">\n<thead><tr><th>Reason</th><th>Code</th><th>Urgency</th>");
      page.put("<th class=\"n\">Exceptions</th></tr></thead>\n<tbody>\n");
      for (Map.Entry<Reason, List<Outcome.Referred>> group : groups.entrySet()) {
        Reason reason = group.getKey();
        page.put("<tr><th scope=\"row\"><a href=\"#{}\">", reason.name());
        page.put("{}</a></th>", ReasonWords.of(reason).heading());
        page.put("<td data-label=\"Code\"><code>{}</code></td>", reason.name());
        cell("Urgency", reason.severity().name().toLowerCase(Locale.ROOT));
        number("Exceptions", group.getValue().size());
        page.put("</tr>\n");
      }
      page.put("</tbody></table>\n");
    }
    page.put("</section>\n");
  }

  /** The changes that settle several exceptions at once, the one that settles most first. */
  private void fixes() throws IOException {
    List<Outcome.Fix> best =
        data.outcome().fixes(FIXES).stream().filter(fix -> fix.clears() > 1).toList();
    if (best.isEmpty()) {
      return;
    }
    page.put("<section>\n<h2>What would settle several</h2>\n<table class=\"fixes stacked\">\n");
    page.put("<thead><tr><th>Change</th><th class=\"n\">Clears</th></tr></thead>\n<tbody>\n");
    for (Outcome.Fix fix : best) {
      page.put("<tr><th scope=\"row\">{}</th>", fix.settleBy());
      number("Clears", fix.clears());
      page.put("</tr>\n");
    }
    page.put("</tbody></table>\n<p class=\"more\">What would settle a single exception it tells");
    page.put(" itself.</p>\n</section>\n");
  }

  private void users() throws IOException {
    if (users.isEmpty()) {
      return;
    }
    page.put(
        "<section>\n<h2>Users with exceptions</h2>\n<table class=\"users stacked\">\n<thead><tr>");
    page.put("<th>Username</th><th>Email Address</th><th class=\"n\">Bulk Device Count</th>");
    page.put("<th class=\"n\">MDM Device Count</th><th class=\"n\">Exceptions</th></tr></thead>\n");
    page.put("<tbody>\n");
    List<UserCounts> most =
        users.stream()
            .sorted(Comparator.comparingInt(UserCounts::exceptions).reversed())
            .limit(USERS)
            .toList();
    for (UserCounts user : most) {
      String name = user.username().isEmpty() ? "no owner named" : user.username();
      page.put("<tr><th scope=\"row\">{}</th>", name);
      cell("Email Address", user.email());
      number("Bulk Device Count", user.bulkDevices());
      number("MDM Device Count", user.mdmDevices());
      number("Exceptions", user.exceptions());
      page.put("</tr>\n");
    }
    page.put("</tbody></table>\n<p class=\"more\">Bulk devices are mail records of the user that");
    page.put(
        " are not merged with an enrolled device; MDM devices are the user's enrolments.</p>\n");
    if (users.size() > most.size()) {
      page.put("<p class=\"cut\">The {} users with the most exceptions", Words.number(most.size()));
      page.put(" are listed; all {} are in users.csv.</p>\n", Words.number(users.size()));
    }
    page.put("</section>\n");
  }

  private void group(Reason reason, List<Outcome.Referred> cases, int told) throws IOException {
    ReasonWords words = ReasonWords.of(reason);
    page.put("<section>\n<header>\n<h2 id=\"{}\">{}", reason.name(), words.heading());
    page.put(" <span class=\"of\">{}</span></h2>\n", Words.number(cases.size()));
    page.put("<p>{} <code>{}</code></p>\n", words.meaning(), reason.name());
    if (told < cases.size()) {
      page.put("<p class=\"cut\">{} of {}", Words.number(told), Words.number(cases.size()));
      page.put(" exceptions are told here; all are in exceptions.csv and exceptions.json.</p>\n");
    }
    page.put("</header>\n");
    for (Outcome.Referred referred : cases.subList(0, told)) {
      new CasePart(page, referred).write();
    }
    page.put("</section>\n");
  }

  private void cell(String label, String value) throws IOException {
    page.put("<td data-label=\"{}\">{}</td>", label, value);
  }

  private void number(String label, long value) throws IOException {
    page.put("<td class=\"n\" data-label=\"{}\">{}</td>", label, Words.number(value));
  }
}
