package devicehub.report;

import devicehub.decision.Answer;
import devicehub.decision.Candidate;
import devicehub.decision.Finding;
import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.Side;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One exception on the page: the record, the evidence, the candidates, what would settle it. */
final class CasePart {
  /** More candidates than these help nobody choose on paper. */
  private static final int CANDIDATES = 5;

  private final HtmlText page;
  private final Referral referral;
  private final OpenException life;
  private final DeviceRecord record;

  CasePart(HtmlText page, Outcome.Referred referred) {
    this.page = page;
    this.referral = referred.referral();
    this.life = referred.life();
    this.record = referral.record();
  }

  void write() throws IOException {
    page.put("<article class=\"case\" id=\"{}\">\n", life.id());
    page.put("<h3>{} <span class=\"of\">of</span> <bdi>{}</bdi></h3>\n", device(), owner());
    facts();
    page.put("<ul class=\"evidence\">\n");
    for (String sentence : referral.evidence()) {
      page.put("<li>{}</li>\n", sentence);
    }
    page.put("</ul>\n");
    if (referral.candidates().isEmpty()) {
      page.put("<p class=\"none\">There is no candidate.</p>\n");
    } else {
      candidates();
    }
    page.put("<p class=\"settle\"><b>What would settle it:</b> {}</p>\n", referral.settleBy());
    page.put("</article>\n");
  }

  /** {@code Apple iPhone 13 Pro (iPhone14,2)} */
  private String device() {
    String maker = record.hardware().manufacturer().name();
    String model = record.hardware().model().name();
    String sold = record.hardware().model().marketingName();
    String known = sold.isEmpty() || sold.equals(model) ? model : sold + " (" + model + ")";
    String name = known.startsWith(maker) ? known : maker + " " + known;
    return name.isBlank() ? "Unknown device" : name.strip();
  }

  private String owner() {
    if (!record.owner().isEmpty()) {
      return record.owner();
    }
    return record.mailbox().isEmpty() ? "nobody known" : record.mailbox();
  }

  private void facts() throws IOException {
    page.put("<dl class=\"facts\">\n");
    fact(record.side() == Side.MAIL ? "Mail record" : "Enrolment", record.key().toString());
    fact("Device id", record.deviceId());
    fact("Mailbox", record.mailbox());
    fact("Platform", Words.platform(record.hardware().platform()));
    fact("Form factor", Words.formFactor(record.hardware().formFactor()));
    fact("Mail client", Words.client(record.client()));
    fact("Last seen", record.lastSeen().map(Words::time).orElse("never, or not told"));
    fact("Open since", Words.time(life.openedAt()));
    if (!life.changedAt().equals(life.openedAt())) {
      fact("Changed", Words.time(life.changedAt()));
    }
    fact("Exception", life.id());
    page.put("</dl>\n");
  }

  private void fact(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      page.put("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
    }
  }

  private void candidates() throws IOException {
    List<Candidate> listed = referral.candidates();
    listed = listed.subList(0, Math.min(CANDIDATES, listed.size()));
    Map<String, String> own = own(listed);
    page.put("<table class=\"candidates stacked\">\n<thead><tr><th>Candidate</th>");
    page.put("<th class=\"n\">Score</th>");
    for (String condition : own.keySet()) {
      page.put("<th>{}</th>", Words.condition(condition));
    }
    page.put("</tr></thead>\n<tbody>\n");
    if (!own.isEmpty()) {
      page.put("<tr class=\"own\"><th scope=\"row\">This record</th><td class=\"n\"></td>");
      for (Map.Entry<String, String> entry : own.entrySet()) {
        page.put("<td data-label=\"{}\">", Words.condition(entry.getKey()));
        page.put("{}</td>", entry.getValue().isEmpty() ? "not told" : entry.getValue());
      }
      page.put("</tr>\n");
    }
    for (Candidate candidate : listed) {
      candidate(candidate, own.keySet().stream().toList());
    }
    page.put("</tbody></table>\n");
    int more = referral.candidateCount() - listed.size();
    if (more > 0) {
      page.put("<p class=\"more\">{}, in exceptions.json.</p>\n", Words.others(more, "candidate"));
    }
  }

  /** What the record itself says to each condition that any of its candidates was held against. */
  private Map<String, String> own(List<Candidate> listed) {
    Map<String, String> own = new LinkedHashMap<>();
    for (Candidate candidate : listed) {
      for (Finding finding : candidate.findings()) {
        own.putIfAbsent(finding.condition(), value(finding, record.side()));
      }
    }
    return own;
  }

  private void candidate(Candidate candidate, List<String> conditions) throws IOException {
    page.put("<tr><th scope=\"row\">{}", candidate.record().toString());
    if (!candidate.label().isEmpty()) {
      page.put("<small>{}</small>", candidate.label());
    }
    page.put("</th><td class=\"n\" data-label=\"Score\">{}</td>", "" + candidate.score());
    for (String condition : conditions) {
      @Nullable Finding finding = find(candidate, condition);
      page.put("<td data-label=\"{}\">", Words.condition(condition));
      if (finding != null) {
        answer(finding.answer());
        Side other = record.side() == Side.MAIL ? Side.ENROLLMENT : Side.MAIL;
        page.put("<span class=\"value\">{}</span>", value(finding, other));
      }
      page.put("</td>");
    }
    page.put("</tr>\n");
  }

  private static @Nullable Finding find(Candidate candidate, String condition) {
    return candidate.findings().stream()
        .filter(finding -> finding.condition().equals(condition))
        .findFirst()
        .orElse(null);
  }

  private void answer(Answer answer) throws IOException {
    switch (answer) {
      case YES -> page.put("<b class=\"yes\">✓ Yes</b> ");
      case NO -> page.put("<b class=\"no\">✗ No</b> ");
      case UNKNOWN -> page.put("<b class=\"unknown\">? Unknown</b> ");
    }
  }

  private static String value(Finding finding, Side side) {
    return Words.value(side == Side.MAIL ? finding.second() : finding.first());
  }
}
