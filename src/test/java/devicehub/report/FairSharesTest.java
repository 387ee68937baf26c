package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Few places, many who ask. */
final class FairSharesTest {
  static List<Arguments> shares() {
    return List.of(
        Arguments.of(2000, List.of(9000, 12, 400, 7000), List.of(794, 12, 400, 794)),
        Arguments.of(2000, List.of(10_000), List.of(2000)),
        Arguments.of(2000, List.of(3, 5), List.of(3, 5)),
        Arguments.of(10, List.of(4, 4, 4), List.of(3, 3, 3)),
        Arguments.of(10, List.of(5, 5), List.of(5, 5)),
        Arguments.of(1, List.of(7, 7), List.of(0, 0)),
        Arguments.of(2000, List.of(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("shares")
  void smallGroupsGetAllAndLargeOnesGetAsManyEach(
      int places, List<Integer> asked, List<Integer> given) {
    assertThat(FairShares.of(places, asked)).isEqualTo(given);
  }
}
