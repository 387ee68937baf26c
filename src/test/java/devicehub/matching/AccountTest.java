package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Audit.RuleAudit;
import devicehub.decision.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a matching says of itself: how many devices there are, and how its rules do. */
class AccountTest extends Fates {
  private static final String ONE = "JUQGGDFCDD29R3H003TJA63E10";
  private static final String TWO = "12VSNH98DT6F3C0D2RODSILDH8";
  private static final String THREE = "6Q93UFOQ7H0K39JPMFPTEMJQ3K";
  private static final String FOUR = "FBJV9GQU3D7890K74K10V5IC5K";

  @Test
  void eachDeviceIsCountedOnceHoweverOftenItEnrolled() {
    given(
        enrolled("merged").of("jane@x.example").is("Apple", "iPhone14,2").eas(ONE),
        enrolled("old").of("ann@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-01-01"),
        enrolled("new").of("ann@x.example").serial("F17LTTCGFFG8").enrolledOn("2025-06-01"),
        enrolled("gone").of("rick@x.example").is("Apple", "iPhone14,2").retired(),
        mail("m").of("jane@x.example").is("", "iPhone14C2").eas(ONE),
        mail("lab").of("lab@x.example").is("", "iPhone14C2").eas(TWO));
    excluded(5);
    assertThat(match().tally()).isEqualTo(new Tally(4, 2, 2, 1, 1, 1, 1));
  }

  /** Active before retired, the later enrolment, the later report, the key. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          retired     | true  | 2025-06-01 | 2026-01-20 | false | 2025-01-01 | 2026-01-01 | b
          enrolled    | false | 2025-01-01 | 2026-01-20 | false | 2025-06-01 | 2026-01-01 | b
          enrolled    | false | 2025-06-01 | 2026-01-01 | false | 2025-01-01 | 2026-01-20 | a
          last report | false | 2025-06-01 | 2026-01-01 | false | 2025-06-01 | 2026-01-20 | b
          key         | false | 2025-06-01 | 2026-01-20 | false | 2025-06-01 | 2026-01-20 | a
          """)
  void ofTwoEnrolmentsOneLeads(
      String by,
      boolean aRetired,
      String aEnrolled,
      String aSeen,
      boolean bRetired,
      String bEnrolled,
      String bSeen,
      String leader) {
    Records a = enrolled("a").enrolledOn(aEnrolled).seen(aSeen);
    Records b = enrolled("b").enrolledOn(bEnrolled).seen(bSeen);
    var first = (aRetired ? a.retired() : a).done();
    var second = (bRetired ? b.retired() : b).done();
    assertThat(EnrolledDevices.leadsOver(first, second)).as(by).isEqualTo(leader.equals("a"));
    assertThat(EnrolledDevices.leadsOver(second, first)).as(by).isEqualTo(leader.equals("b"));
  }

  @Test
  void pairsThatIdsProveAreDecidedAgainWithTheirIdsHidden() {
    given(
        enrolled("right").of("jane@x.example").is("Apple", "iPhone14,2").eas(ONE),
        mail("right").of("jane@x.example").is("", "iPhone14C2").eas(ONE),
        enrolled("twin1").of("rick@x.example").is("Apple", "iPhone14,2").eas(TWO),
        enrolled("twin2").of("rick@x.example").is("Apple", "iPhone14,2"),
        mail("twins").of("rick@x.example").is("", "iPhone14C2").eas(TWO),
        enrolled("bare").eas(THREE),
        enrolled("lure").of("ann@x.example").is("Apple", "iPhone14,2"),
        mail("wrong").of("ann@x.example").is("", "iPhone14C2").eas(THREE),
        enrolled("noId").of("lena@x.example").is("Apple", "iPhone14,2"),
        mail("noId").of("lena@x.example").is("", "iPhone14C2").eas(FOUR));
    assertThat(fates())
        .containsEntry("wrong", "bare by exact-id")
        .containsEntry("noId", "noId by owner-hardware");
    assertThat(match().audit().rules())
        .containsExactly(
            new RuleAudit("owner-hardware", 1, 1), new RuleAudit("owner-platform", 0, 0));
    assertThat(match().audit().undecided()).isEqualTo(1);
  }
}
