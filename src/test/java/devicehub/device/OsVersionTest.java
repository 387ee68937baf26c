package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsVersionTest {

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iOS 17.2.1 21C66           | 17.2.1
          iOS 10.2 14C92             | 10.2
          iOS 10.3.3                 | 10.3.3
          iPadOS 17.1                | 17.1
          17.1                       | 17.1
          iOS 17                     | 17
          Android 14                 | 14
          Android 6.0.1 (MMB29M)     | 6.0.1
          Android 8.0.0              | 8.0.0
          Android v13                | 13
          Windows 10.0.14393         | 10.0.14393
          Windows 10.0.19045.3803    | 10.0.19045.3803
          Windows Phone 8.10.14219   | 8.10.14219
          8.1                        | 8.1
          macOS 14.2 (23C64)         | 14.2
          6                          | 6
          17.                        | 17
          21C66                      | ''
          iOS                        | ''
          Android                    | ''
          unknown                    | ''
          99999999999999999999       | ''
          ''                         | ''
          """)
  void theDottedNumberIsRead(String text, String version) {
    assertThat(OsVersion.of(text)).hasToString(version);
    assertThat(OsVersion.of(OsVersion.of(text).toString())).isEqualTo(OsVersion.of(text));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          17.2.1 | 17.2.1 | SAME
          8      | 8.0.0  | SAME
          17.2   | 17.2.0 | SAME
          17.2   | 17.2.1 | UNKNOWN
          17     | 17.2.1 | UNKNOWN
          17.0   | 17.2.1 | DIFFERENT
          17.2.1 | 17.3   | DIFFERENT
          16     | 17     | DIFFERENT
          17     | ''     | UNKNOWN
          ''     | ''     | UNKNOWN
          """)
  void twoVersionsCompare(String one, String other, Likeness expected) {
    assertThat(OsVersion.of(one).compare(OsVersion.of(other))).isEqualTo(expected);
    assertThat(OsVersion.of(other).compare(OsVersion.of(one))).isEqualTo(expected);
  }
}
