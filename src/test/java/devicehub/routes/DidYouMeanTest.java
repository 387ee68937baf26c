package devicehub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DidYouMeanTest {
  private static final List<String> KNOWN = List.of("log", "setBody", "readLock", "a");

  @ParameterizedTest
  @CsvSource({
    "lgo, ; did you mean 'log'?",
    "lag, ; did you mean 'log'?",
    "setbody, ; did you mean 'setBody'?",
    "readLok, ; did you mean 'readLock'?",
    "raedLock, ; did you mean 'readLock'?",
    "b, '; known: a, log, readLock, setBody'",
    "kafka, '; known: a, log, readLock, setBody'"
  })
  void aSlipIsRecognised(String wrong, String hint) {
    assertThat(DidYouMean.hint(wrong, KNOWN)).isEqualTo(hint);
  }

  @Test
  void aLongListIsNotTold() {
    List<String> many = IntStream.range(0, 13).mapToObj(i -> "option" + i + i + i + i).toList();

    assertThat(DidYouMean.hint("kafka", many)).isEmpty();
    assertThat(DidYouMean.hint("kafka", Collections.emptyList())).isEmpty();
  }
}
