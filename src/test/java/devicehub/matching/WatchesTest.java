package devicehub.matching;

import static devicehub.matching.Records.enrolled;
import static devicehub.matching.Records.mail;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An owner's watch or television is enrolled like their phone, but reads no mail. */
class WatchesTest extends Fates {
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''    | Watch6,7             | watchOS 10
          Apple | Apple Watch Series 9 | watchOS
          Apple | Watch7,3             | Apple
          ''    | AppleTV11,1          | tvOS 17
          Apple | Apple TV             | AppleTv
          """)
  void besideAPhoneItChangesNothing(String maker, String model, String os) {
    given(
        enrolled("phone").of("jane@x.example").is("Apple", "iPhone 15").os("iOS 17.2"),
        enrolled("other").of("jane@x.example").is(maker, model).os(os),
        mail("native").of("jane@x.example").is("", "iPhone15C4"),
        mail("outlook").of("jane@x.example").type("Outlook").os("iOS 17.2"));
    assertThat(fates())
        .containsEntry("native", "phone by owner-hardware")
        .containsEntry("outlook", "phone by owner-platform");
  }

  @Test
  void aGalaxyWatchBesideAGalaxyChangesNothing() {
    given(
        enrolled("phone").of("jane@x.example").is("samsung", "SM-S921B").os("Android 14"),
        enrolled("watch").of("jane@x.example").is("samsung", "SM-R860").os("Android 11"),
        mail("native").of("jane@x.example").is("", "SM-S921B"),
        mail("outlook").of("jane@x.example").type("Outlook").os("Android 14"));
    assertThat(fates())
        .containsEntry("native", "phone by owner-hardware")
        .containsEntry("outlook", "phone by owner-platform");
  }

  @Test
  void aloneItIsNotTheMailsDevice() {
    given(
        enrolled("watch").of("jane@x.example").is("samsung", "SM-R860").os("Android 11"),
        mail("outlook").of("jane@x.example").type("Outlook").os("Android 14"));
    assertThat(fates()).containsEntry("outlook", "PLATFORM_OR_FORM_DIFFERS");
    assertThat(match().referrals().get(0).evidence())
        .containsExactly(
            "The closest enrolment of jane@x.example, mdm:watch, is a watch and reads no mail of"
                + " its own.");
  }
}
