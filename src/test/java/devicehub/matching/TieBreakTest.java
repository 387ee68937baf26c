package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where several pairs are possible, a value that all of them know may choose one. */
class TieBreakTest extends Fates {
  private static Records iphone(String name, String os) {
    return enrolled(name).of("jane@x.example").is("Apple", "iPhone14,2").os(os);
  }

  private static Records partnership(String name, String id, String os) {
    return mail(name).of("jane@x.example").is("", "iPhone14C2").type("iPhone").os(os).eas(id);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iOS 17.2 | iOS 16.1 | one by owner-hardware
          iOS 16.1 | iOS 17.2 | two by owner-hardware
          iOS 17.2 | iOS      | AMBIGUOUS_ATTRIBUTES
          iOS      | iOS 17.2 | AMBIGUOUS_ATTRIBUTES
          iOS 17.2 | iOS 17.2 | AMBIGUOUS_ATTRIBUTES
          iOS 15.0 | iOS 16.1 | AMBIGUOUS_ATTRIBUTES
          """)
  void theVersionChoosesWhereBothTwinsTellIt(String one, String two, String fate) {
    given(
        iphone("one", one),
        iphone("two", two),
        partnership("m", "12VSNH98DT6F3C0D2RODSILDH8", "iOS 17.2"));
    assertThat(fates()).containsExactly(Map.entry("m", fate));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}, {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iOS 17.2 | iOS 16.1 | e by owner-hardware  | OWNER_HAS_NO_ENROLLMENT
          iOS 16.1 | iOS 17.2 | OWNER_HAS_NO_ENROLLMENT | e by owner-hardware
          iOS 17.2 | iOS      | AMBIGUOUS_ATTRIBUTES | AMBIGUOUS_ATTRIBUTES
          iOS 17.2 | iOS 17.2 | AMBIGUOUS_ATTRIBUTES | AMBIGUOUS_ATTRIBUTES
          """)
  void itChoosesAmongTheRecordsOfOneDeviceAsWell(
      String one, String two, String first, String second) {
    given(
        iphone("e", "iOS 17.2"),
        partnership("m1", "12VSNH98DT6F3C0D2RODSILDH8", one),
        partnership("m2", "6Q93UFOQ7H0K39JPMFPTEMJQ3K", two));
    assertThat(fates()).containsExactly(Map.entry("m1", first), Map.entry("m2", second));
  }

  @Test
  void anOwnerWithMoreRecordsThanACrowdIsNoSinglePerson() {
    rules = new RuleBook("test", MatcherTest.STANDARD.rules(), new RuleBook.Settings(30, 3, 3, 20));
    given(
        iphone("iphone", "iOS 17.2"),
        enrolled("ipad").of("jane@x.example").is("Apple", "iPad8,1"),
        enrolled("galaxy").of("jane@x.example").is("samsung", "SM-S921B"),
        partnership("m", "12VSNH98DT6F3C0D2RODSILDH8", "iOS 17.2"));
    assertThat(fates()).as("three").containsEntry("m", "iphone by owner-hardware");

    given(enrolled("pixel").of("jane@x.example").is("Google", "Pixel 6"));
    assertThat(fates()).as("four").containsExactly(Map.entry("m", "AMBIGUOUS_ATTRIBUTES"));
    assertThat(match().referrals().get(0).evidence())
        .containsExactly(
            "jane@x.example owns more than 3 records: that is no single person, and nothing is"
                + " matched by it.");
  }

  @Test
  void manyMailRecordsAreACrowdAsWell() {
    rules = new RuleBook("test", MatcherTest.STANDARD.rules(), new RuleBook.Settings(30, 3, 3, 20));
    given(iphone("e", "iOS 17.2"));
    for (int server = 1; server <= 3; server++) {
      given(
          partnership("m" + server, "12VSNH98DT6F3C0D2RODSILDH" + server, "iOS 17.2")
              .feed("exchange" + server));
    }
    assertThat(fates()).hasSize(3).containsValue("e by owner-hardware");
    given(partnership("m4", "12VSNH98DT6F3C0D2RODSILDH4", "iOS 17.2").feed("exchange4"));
    assertThat(fates()).hasSize(4).doesNotContainValue("e by owner-hardware");
  }

  @Test
  void theOrderOfRecordsChangesNothing() {
    given(
        iphone("two", "iOS 16.1"),
        iphone("one", "iOS 17.2"),
        partnership("z", "12VSNH98DT6F3C0D2RODSILDH8", "iOS 17.2"),
        partnership("a", "6Q93UFOQ7H0K39JPMFPTEMJQ3K", "iOS 16.1"));
    assertThat(fates())
        .containsExactly(
            Map.entry("a", "two by owner-hardware"), Map.entry("z", "one by owner-hardware"));
  }
}
