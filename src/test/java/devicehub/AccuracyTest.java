package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.fleet.Mix;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The goals of matching on small fleets; {@link Accuracy} measures large ones. */
class AccuracyTest {
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void noTrickMergesWronglyMissesAMatchOrHidesTheTrueCandidate(long seed) {
    Map<String, Accuracy.Score> scores =
        Accuracy.of(FleetRecords.of(seed, 1_500, Mix.everyTrick()));
    assertThat(scores).hasSizeGreaterThan(30);
    assertThat(scores.values().stream().mapToInt(score -> score.merged).sum()).isGreaterThan(1000);
    scores.forEach(
        (trick, score) -> assertThat(score.isPerfect()).as("%s, seed %d", trick, seed).isTrue());
  }
}
