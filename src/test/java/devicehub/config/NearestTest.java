package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN = List.of("store.url", "match.period", "http.port");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          store.uri     | ; did you mean 'store.url'?
          STORE_URL     | ; did you mean 'store.url'?
          matchperiod   | ; did you mean 'match.period'?
          match.peroid  | ; did you mean 'match.period'?
          port          | ; known: store.url, match.period, http.port
          ''            | ; known: store.url, match.period, http.port
          """)
  void aSlipIsRecognisedAndAnythingElseIsNotGuessed(String wrong, String hint) {
    assertThat(Nearest.hint(wrong, KNOWN)).isEqualTo(hint);
  }
}
