package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Answer;
import devicehub.decision.Authority;
import devicehub.decision.Explanation;
import devicehub.decision.Explanation.Verdict;
import devicehub.decision.Finding;
import devicehub.decision.ReviewerDecision.Kind;
import devicehub.device.RecordKey;
import org.junit.jupiter.api.Test;

/** Why, and why not. */
class ExplainerTest extends Fates {
  private static final String ID = "JUQGGDFCDD29R3H003TJA63E10";

  private Explanation explain(String name) {
    return match().explainer().explain(key(name)).orElseThrow();
  }

  private Explanation explain(String one, String other) {
    return match().explainer().explain(key(one), key(other)).orElseThrow();
  }

  private static RecordKey key(String name) {
    return new RecordKey(name.startsWith("m") ? "exchange" : "mdm", name);
  }

  private void janesPhone() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").eas(ID),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID));
  }

  @Test
  void aMergedMailRecordNamesItsRuleAndComparesValues() {
    janesPhone();
    Explanation told = explain("m");
    assertThat(told.verdict()).isEqualTo(Verdict.MERGED);
    assertThat(told.headline()).isEqualTo("exchange:m is merged with mdm:e.");
    assertThat(told.sentences()).containsExactly("Rule exact-id: ids meet");
    assertThat(told.merges())
        .singleElement()
        .satisfies(
            merge -> {
              assertThat(merge.merge().rule()).isEqualTo("exact-id");
              assertThat(merge.merge().authority()).isEqualTo(Authority.RULE);
              assertThat(merge.because()).isEqualTo("ids meet");
            });
    assertThat(told.findings())
        .extracting(Finding::condition)
        .startsWith("same-id", "same-owner")
        .doesNotContain("hardware-hidden");
  }

  @Test
  void aPersonsMergeIsThePersonsWord() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"),
        mail("m").of("rick@x.example").is("", "SM-S921B").eas("SEC17CD1A3E9E3F2"));
    decided(Kind.MERGE, 0, 1);
    Explanation told = explain("m");
    assertThat(told.sentences()).containsExactly("A person merged them.");
    assertThat(told.merges().get(0).merge().rule()).isEqualTo("reviewer");
    assertThat(told.merges().get(0).merge().authority()).isEqualTo(Authority.REVIEWER);
  }

  @Test
  void anExceptionTellsItsEvidenceCandidatesAndWhatWouldSettleIt() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID));
    Explanation told = explain("m");
    assertThat(told.verdict()).isEqualTo(Verdict.EXCEPTION);
    assertThat(told.headline()).isEqualTo("exchange:m is an exception: MODEL_CONTRADICTS.");
    assertThat(told.sentences())
        .last()
        .isEqualTo(
            "What would settle it: Enrol the device exchange:m; if it is mdm:e after all, merge"
                + " them by hand.");
    assertThat(told.candidates()).extracting(c -> c.record().id()).containsExactly("e");
    assertThat(told.referral().orElseThrow().candidateCount()).isEqualTo(1);
  }

  @Test
  void whoExcludedARecordAndWhyIsTold() {
    janesPhone();
    excluded(0);
    excluded(1);
    assertThat(explain("m").verdict()).isEqualTo(Verdict.EXCLUDED);
    assertThat(explain("m").headline()).isEqualTo("exchange:m is excluded.");
    assertThat(explain("m").sentences())
        .containsExactly("Sam excluded it on 1970-01-01T00:00:00Z: lab");
    assertThat(explain("e").headline()).isEqualTo("mdm:e is excluded.");
  }

  @Test
  void anEnrolmentTellsAllItsMailRecords() {
    janesPhone();
    given(mail("m2").feed("exchange2").of("jane@x.example").is("", "iPhone14C2").eas(ID));
    Explanation told = explain("e");
    assertThat(told.verdict()).isEqualTo(Verdict.MERGED);
    assertThat(told.headline())
        .isEqualTo(
            "mdm:e is merged with exchange:m (Rule exact-id: ids meet); exchange2:m2 (Rule"
                + " exact-id: ids meet).");
    assertThat(told.merges()).hasSize(2);
  }

  @Test
  void anEnrolmentMayBeWithoutMailRetiredOrSuperseded() {
    given(
        enrolled("alone").of("jane@x.example").is("Apple", "iPhone14,2"),
        enrolled("gone").of("rick@x.example").is("Apple", "iPhone14,2").retired(),
        enrolled("old").of("ann@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"),
        enrolled("new").of("ann@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"),
        enrolled("older").of("ann@x.example").serial("F17LTTCGFFG8").retired());
    assertThat(explain("alone").verdict()).isEqualTo(Verdict.WITHOUT_MAIL);
    assertThat(explain("alone").headline())
        .isEqualTo("mdm:alone is enrolled, and no mail record is merged with it.");
    assertThat(explain("gone").verdict()).isEqualTo(Verdict.RETIRED);
    assertThat(explain("gone").headline())
        .isEqualTo("mdm:gone is retired in its MDM: it can own no mail record.");
    assertThat(explain("old").verdict()).isEqualTo(Verdict.EXCEPTION);
    assertThat(explain("old").headline())
        .isEqualTo("mdm:old is an exception: DUPLICATE_ENROLLMENT.");
    assertThat(explain("older").verdict()).isEqualTo(Verdict.SUPERSEDED);
    assertThat(explain("older").headline())
        .isEqualTo("mdm:older is superseded by mdm:new, a newer enrolment of the same device.");
  }

  @Test
  void aPairOfOneDeviceIsExplainedFromEitherEnd() {
    janesPhone();
    assertThat(explain("e", "m").verdict()).isEqualTo(Verdict.MERGED);
    assertThat(explain("e", "m").headline()).isEqualTo("mdm:e and exchange:m are one device.");
    assertThat(explain("m", "e")).isEqualTo(explain("e", "m"));
    assertThat(explain("e", "m").sentences()).containsExactly("Rule exact-id: ids meet");
    assertThat(explain("e", "m").merges()).hasSize(1);
  }

  @Test
  void everyRuleSaysWhyItDoesNotSpeakForAPair() {
    janesPhone();
    given(
        enrolled("two").of("jane@x.example").is("Apple", "iPhone14,2"),
        enrolled("far").of("rick@x.example").is("samsung", "SM-S921B"));
    assertThat(explain("two", "m").verdict()).isEqualTo(Verdict.NOT_MERGED);
    assertThat(explain("two", "m").headline()).isEqualTo("mdm:two and exchange:m are not merged.");
    assertThat(explain("two", "m").merges()).isEmpty();
    assertThat(explain("two", "m").sentences())
        .containsExactly(
            "Rule exact-id does not speak: same-id is UNKNOWN.",
            "Rule owner-hardware would speak, but the pair is not the only one possible.",
            "Rule owner-platform does not speak: hardware-hidden is NO.",
            "exchange:m is merged with mdm:e.",
            "Rule exact-id: ids meet");
    assertThat(explain("far", "m").sentences())
        .contains(
            "Rule owner-hardware does not speak: same-owner is NO, same-manufacturer is NO,"
                + " same-platform is NO.");
  }

  @Test
  void aVetoIsCalledOne() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone15,4").eas(ID),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID));
    assertThat(explain("e", "m").sentences())
        .contains(
            "Rule exact-id is vetoed: same-model is NO.",
            "Rule owner-hardware is vetoed: same-model is NO.",
            "exchange:m is an exception: ID_CONFLICT.");
  }

  @Test
  void whatPeopleDecidedOfAPairIsWhyNoRuleMergesIt() {
    janesPhone();
    decided(Kind.SEPARATE, 0, 1);
    assertThat(explain("e", "m").sentences())
        .contains("Rule exact-id would speak, but a person separated the two.");
  }

  @Test
  void aRetiredEnrolmentIsWhyNoRuleMergesIt() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").eas(ID).retired(),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID));
    assertThat(explain("e", "m").sentences())
        .contains("Rule exact-id would speak, but the enrolment is retired.");
  }

  @Test
  void aPairWithASupersededEnrolmentIsToldOfTheOneThatLeads() {
    given(
        enrolled("old").of("jane@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"),
        enrolled("new").of("jane@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID));
    assertThat(explain("old", "m").sentences())
        .first()
        .isEqualTo(
            "mdm:old is superseded by mdm:new, a newer enrolment of the same device. What follows"
                + " is told of that one.");
  }

  @Test
  void twoEnrolmentsOfOneDeviceSaySo() {
    given(
        enrolled("old").of("jane@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"),
        enrolled("new").of("jane@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"),
        enrolled("else").of("jane@x.example"));
    assertThat(explain("new", "old").headline())
        .endsWith(
            "They are enrolments of one device by the serial number F17LTTCGFFG8, and mdm:new"
                + " leads.");
    assertThat(explain("new", "else").headline()).endsWith("pair.");
  }

  @Test
  void anEnrolmentTellsWhichUndecidedRecordsItMayBeThePhoneOf() {
    given(
        enrolled("one").of("jane@x.example").is("Apple", "iPhone14,2"),
        enrolled("two").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID));
    assertThat(explain("one").sentences())
        .singleElement()
        .asString()
        .startsWith("It may be the device of exchange:m, which is an exception: AMBIGUOUS_");
  }

  @Test
  void aRetiredEnrolmentThatAPersonMergedIsMerged() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").retired(),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ID));
    decided(Kind.MERGE, 0, 1);
    assertThat(explain("e").verdict()).isEqualTo(Verdict.MERGED);
  }

  @Test
  void aMergeOfAnotherNameSaysWhatItTakesTheNameFor() {
    given(
        enrolled("e").of("jane@x.example").is("Apple", "iPhone14,2").eas(ID),
        mail("m").of("j.doe@x.example").is("", "iPhone14C2").eas(ID));
    assertThat(explain("m").sentences().get(0)).endsWith("it is taken for an alias.");
  }

  @Test
  void twoRecordsOfOneSideNeverPair() {
    janesPhone();
    given(
        enrolled("two").of("jane@x.example").is("Apple", "iPhone14,2"),
        mail("m2").of("jane@x.example").is("", "iPhone14C2").eas("12VSNH98DT6F3C0D2RODSILDH8"));
    assertThat(explain("e", "two").verdict()).isEqualTo(Verdict.SAME_SIDE);
    assertThat(explain("e", "two").headline())
        .isEqualTo(
            "Both records are of the side ENROLLMENT; only an enrolment and a mail record pair.");
    assertThat(explain("m2", "m").headline()).contains("of the side MAIL");
  }

  @Test
  void twoRecordsOfOneSideAreComparedAllTheSame() {
    given(
        enrolled("a").of("jane@x.example").is("Apple", "iPhone14,2").serial("F17LTTCGFFG8"),
        enrolled("b").of("rick@x.example").is("Apple", "iPad13,1").serial("DNPHG6NVDT9V"),
        enrolled("c").of("rick@x.example").serial("f17lttcgffg8"),
        mail("m1").of("jane@x.example").is("", "iPhone14C2").eas(ID),
        mail("m2").of("jane@x.example").is("", "iPhone14C2").eas(ID));
    assertThat(explain("a", "b").findings().stream().map(Finding::toString))
        .contains(
            "Finding[condition=same-id, answer=NO, first=F17LTTCGFFG8, second=DNPHG6NVDT9V]",
            "Finding[condition=same-owner, answer=NO, first=jane@x.example, second=rick@x.example]",
            "Finding[condition=same-manufacturer, answer=YES, first=Apple, second=Apple]",
            "Finding[condition=same-model, answer=NO, first=iPhone14,2, second=iPad13,1]")
        .hasSize(7);
    assertThat(explain("c", "a").findings().get(0).answer()).isEqualTo(Answer.YES);
    assertThat(explain("c", "b").findings())
        .extracting(Finding::answer)
        .startsWith(Answer.NO, Answer.YES);
    assertThat(explain("m1", "m2").findings())
        .filteredOn(finding -> finding.answer() != Answer.YES)
        .extracting(Finding::condition)
        .containsExactly("same-os-version");
    assertThat(explain("a", "b").sentences())
        .containsExactly(explain("a").headline(), explain("b").headline());
  }

  @Test
  void anIdOfAnEarlierEnrolmentIsToldWithItsName() {
    given(
        enrolled("old").of("jane@x.example").serial("F17LTTCGFFG8").eas(ID),
        enrolled("new").of("jane@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"),
        mail("m").of("jane@x.example").eas(ID));
    assertThat(explain("m").findings().get(0))
        .isEqualTo(
            new Finding(
                "same-id", Answer.YES, "F17LTTCGFFG8 " + ID + " (of mdm:old, superseded)", ID));
  }

  @Test
  void whatIsNotKnownIsNotExplained() {
    janesPhone();
    Explainer explainer = match().explainer();
    assertThat(explainer.explain(key("nobody"))).isEmpty();
    assertThat(explainer.explain(key("e"), key("nobody"))).isEmpty();
    assertThat(explainer.explain(key("mmm"), key("m"))).isEmpty();
    assertThat(explainer.explain(key("e"))).isPresent();
  }
}
