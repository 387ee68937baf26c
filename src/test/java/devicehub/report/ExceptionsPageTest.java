package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Carried;
import devicehub.decision.HeldCycle;
import devicehub.decision.Jump;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.decision.Referral;
import devicehub.device.DeviceRecord;
import devicehub.device.Lifecycle;
import devicehub.device.OwnerClaim;
import devicehub.directory.Directory;
import devicehub.intake.FeedRole;
import devicehub.inventory.Counts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that people open in a browser, with names in it that strangers chose. */
final class ExceptionsPageTest {
  private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>?");

  static Stream<String> fortyPayloads() {
    List<String> scripts =
        List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<iframe src=javascript:alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<style>*{display:none}</style>",
            "<base href=//evil.example>",
            "<meta http-equiv=refresh content=0;url=//evil.example>");
    List<String> doors = List.of("", "\">", "'>", "</td></table>", "-->");
    return scripts.stream().flatMap(script -> doors.stream().map(door -> door + script));
  }

  @ParameterizedTest
  @MethodSource("fortyPayloads")
  void whatStrangersWriteIsTextWhereverItStands(String payload) throws IOException {
    String page = pageFullOf(payload);

    assertThat(tags(page)).isEqualTo(tags(pageFullOf("harmless")));
    assertThat(shown(page)).contains(payload);
  }

  private static String pageFullOf(String text) throws IOException {
    DeviceRecord mail =
        Sample.with(
            Sample.mail(text, text, "Apple", text),
            Lifecycle.ACTIVE,
            List.of(
                new OwnerClaim(OwnerClaim.Kind.ADDRESS, text + "@acme.example"),
                new OwnerClaim(OwnerClaim.Kind.LOGIN, text)));
    DeviceRecord device = Sample.enrollment(text, text, "Apple", text);
    Referral referral =
        new Referral(
            mail,
            Reason.AMBIGUOUS_ATTRIBUTES,
            List.of(text),
            Sample.referral(mail, Reason.AMBIGUOUS_ATTRIBUTES, device).candidates(),
            9,
            text);
    FeedReport feed =
        new FeedReport(text, FeedRole.MAIL, text, Optional.empty(), List.of(), Counts.NONE, text);
    return page(
        new ReportData(
            Sample.outcome(List.of(), List.of(Sample.referred(referral))),
            Directory.empty(),
            List.of(feed),
            List.of()));
  }

  @Test
  void controlSignsShowAndTornOnesAreMended() throws IOException {
    String page = page(one(Sample.mail("a\u0000b\u001b[31m\ud83d", "o@x.y", "", "")));

    assertThat(page).contains("a\ufffdb\ufffd[31m\ufffd").doesNotContain("\u0000", "\u001b");
  }

  @Test
  void theArgumentsOfRoutesAreNotRun() throws IOException {
    String payload = "${bean:hub.stop} {{secret}} {} #{7*7}";

    assertThat(shown(page(one(Sample.mail(payload, "o@x.y", "", ""))))).contains(payload);
  }

  @Test
  void thePolicyAllowsTheOneStyleSheetAndNothingElse() throws Exception {
    String page = page(Sample.company());
    String sheet = STYLE.matcher(page).results().map(r -> r.group(1)).collect(Collectors.joining());

    assertThat(page)
        .contains(
            "content=\"default-src &#39;none&#39;; style-src &#39;sha256-"
                + sha256(sheet)
                + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"")
        .doesNotContain("<script", "javascript:", "style=", "http://", "https://");
    assertThat(sheet).doesNotContain("url(", "@import");
  }

  @Test
  void theChangesThatClearSeveralStandFirst() throws IOException {
    List<Outcome.Referred> referred = new ArrayList<>();
    for (int clears = 1; clears <= 12; clears++) {
      for (int again = 0; again < clears; again++) {
        referred.add(needing("Retire number " + clears + ".", "REC" + clears + "-" + again));
      }
    }
    referred.add(needing("", "RECLESS"));
    referred.add(needing("", "HOPELESS"));
    String words = words(page(Sample.data(Sample.outcome(List.of(), referred))));

    assertThat(words)
        .contains(
            "What would settle several Change Clears Retire number 12. 12 Retire number 11. 11",
            "Retire number 3. 3 What would settle a single exception it tells itself.");
    assertThat(page(one(Sample.mail("a", "o@x.y", "", "")))).doesNotContain("What would settle s");
  }

  @Test
  void ofChangesThatClearAsManyTheFirstByTheirWordsAreTold() {
    List<Outcome.Referred> referred = new ArrayList<>();
    for (String fix : "f b e a d c d f b f".split(" ", -1)) {
      referred.add(needing(fix, "REC" + referred.size()));
    }

    Outcome outcome = Sample.outcome(List.of(), referred);
    List<Outcome.Fix> all = outcome.fixes(6);

    assertThat(all.stream().map(fix -> fix.settleBy() + fix.clears()))
        .containsExactly("f3", "b2", "d2", "a1", "c1", "e1");
    for (int most = 1; most <= 7; most++) {
      assertThat(outcome.fixes(most)).isEqualTo(all.subList(0, Math.min(most, 6)));
    }
    List<Outcome.Referred> alike = List.of(needing("p", "REC1"), needing("a", "REC2"));
    assertThat(Sample.outcome(List.of(), alike).fixes(1))
        .as("though a map tells p before a")
        .containsExactly(new Outcome.Fix("a", 1));
  }

  private static Outcome.Referred needing(String settleBy, String id) {
    return Sample.referred(
        new Referral(
            Sample.mail(id, "jane@acme.example", "", ""),
            Reason.NO_OWNER,
            List.of(),
            List.of(),
            0,
            settleBy));
  }

  @Test
  void aHeldCycleSaysSoAndWhatItWouldChange() throws IOException {
    ReportData company = Sample.company();
    Outcome.Held held =
        new Outcome.Held(
            new HeldCycle(7, Sample.OPENED, "standard-1", new Jump(412, 0, 398), "as first held"),
            "412 merges would be retracted, of 9800 that stand",
            List.of("exchange:<b>jane</b> would be an exception: NO_OWNER"));
    Outcome outcome = company.outcome();
    int told = outcome.exceptions().size() - 3;
    String page =
        page(
            new ReportData(
                new Outcome(
                    outcome.summary(),
                    List.of(),
                    Carried.nothing(),
                    outcome.exceptions().subList(0, told),
                    Outcome.Fleet.NONE,
                    outcome.audit(),
                    Outcome.Waiting.NOTHING,
                    Optional.of(held)),
                Directory.empty(),
                List.of(),
                List.of()));

    assertThat(words(page))
        .contains(
            "held, so that nothing changed.",
            "This cycle is held 412 merges would be retracted, of 9800 that stand.",
            "release --cycle 7 --note TEXT --by NAME",
            "3 exceptions that stand would change or end, and are not below")
        .doesNotContain("Enrolled without mail", "as first held");
    assertThat(page).contains("exchange:&lt;b&gt;jane&lt;/b&gt; would be an exception");
  }

  @Test
  void itSaysWhenMatchingLastRanAndHowTheFeedsStand() throws IOException {
    assertThat(words(page(Sample.company())))
        .contains("Matching last ran at 2026-11-23 14:02:35 UTC and took 0.4 s:")
        .contains("exchange mail in force 2026-11-23 13:58:02 UTC 212 203 1 2 6 0")
        .contains("maas360 enrollment ! held")
        .contains("120 devices are 41 % fewer than usual; release or discard the snapshot.")
        .contains("people directory no data yet never 0 0 0 0 0 0");
  }

  @Test
  void usersStandInTheColumnsOfMaaS360() throws IOException {
    assertThat(words(page(Sample.company())))
        .contains(
            "Username Email Address Bulk Device Count MDM Device Count Exceptions"
                + " ambiguous_attributes ambiguous_attributes@acme.example 1 0 1");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasAHeadingAndAMeaning(Reason reason) throws IOException {
    ReasonWords words = ReasonWords.of(reason);

    assertThat(words(page(Sample.company())))
        .contains(words.heading() + " 1 " + words.meaning() + " " + reason.name());
  }

  @Test
  void answersAreWordsAndNotOnlyColours() throws IOException {
    assertThat(words(page(Sample.company())))
        .contains("✗ No ApplF17LTTCGFFG4", "✓ Yes Apple", "? Unknown iOS")
        .contains("What would settle it: Merge by hand with the right candidate;");
  }

  @Test
  void aCompanyWithoutExceptionsIsToldSo() throws IOException {
    assertThat(words(page(Sample.data(Sample.outcome(List.of(), List.of())))))
        .contains("There are none: every mail record is merged or excluded.")
        .doesNotContain("Users with exceptions");
  }

  @Test
  void ofTenThousandExceptionsEachReasonIsToldInPartAndTheFilesHoldTheRest() throws IOException {
    List<Outcome.Referred> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Reason reason = i < 12 ? Reason.ID_CONFLICT : Reason.values()[i % 2];
      DeviceRecord record = Sample.mail("DEVICE" + i, "user" + i + "@acme.example", "", "");
      many.add(Sample.referred(Sample.referral(record, reason)));
    }
    String page = page(Sample.data(Sample.outcome(List.of(), many)));

    assertThat(Pattern.compile("<article").matcher(page).results()).hasSize(2_000);
    assertThat(words(page))
        .contains("994 of 4,994 exceptions are told here; all are in exceptions.csv")
        .contains("The 500 users with the most exceptions are listed; all 10,000 are in users.csv")
        .doesNotContain("12 of 12");
  }

  @Test
  void aLongListOfCandidatesIsCutWithAWord() throws IOException {
    DeviceRecord mail = Sample.mail("6F24CAD599A5", "o@x.y", "", "");
    DeviceRecord device = Sample.enrollment("ApplD8DTH6RCIH86", "o@x.y", "Apple", "iPad");
    DeviceRecord[] crowd = Stream.generate(() -> device).limit(7).toArray(DeviceRecord[]::new);
    Referral referral = Sample.referral(mail, Reason.AMBIGUOUS_ATTRIBUTES, crowd);

    assertThat(
            words(page(Sample.data(Sample.outcome(List.of(), List.of(Sample.referred(referral)))))))
        .contains("2 other candidates, in exceptions.json.");
  }

  private static ReportData one(DeviceRecord record) {
    return Sample.data(
        Sample.outcome(
            List.of(),
            List.of(Sample.referred(Sample.referral(record, Reason.OWNER_HAS_NO_ENROLLMENT)))));
  }

  private static String page(ReportData data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ExceptionsPage.write(data, Users.of(data), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The page without its text: every tag with its attributes, in order. */
  private static List<String> tags(String page) {
    return TAG.matcher(page)
        .results()
        .map(tag -> tag.group().replaceAll("EX-[0-9A-F]{16}", "EX"))
        .toList();
  }

  /** What a browser shows, roughly: the text between the tags. */
  private static String shown(String page) {
    return TAG.matcher(STYLE.matcher(page).replaceAll(""))
        .replaceAll(" ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String words(String page) {
    return shown(page).replaceAll("\\s+", " ");
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }
}
