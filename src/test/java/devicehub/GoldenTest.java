package devicehub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every folder under {@code samples/} is a case: inputs as their sources really write them, and
 * exactly what the hub makes of them. What it made of them is in {@code target/golden} afterwards,
 * to be read, never to be copied unread.
 */
class GoldenTest {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final Path MADE = Path.of("target/golden");

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> everySampleBecomesWhatItShould() throws IOException {
    return GoldenCase.all(SAMPLES).stream()
        .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> check(sample)));
  }

  private void check(GoldenCase sample) throws IOException {
    assertThat(sample.inputs()).as("inputs").isNotEmpty();
    ObjectNode made = sample.outcome(temp);
    Path file = MADE.resolve(sample.name() + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, made.toPrettyString() + "\n");

    assertThat(sample.isExpected()).as("an input without %s", GoldenCase.EXPECTED).isTrue();
    JsonNode expected = sample.expected();
    if (expected.has("unreadable")) {
      assertThat(made.path("unreadable").asText("read without complaint"))
          .contains(expected.path("unreadable").asText("an expectation"));
      return;
    }
    assertThat(made.path("unreadable").asText("")).as("unreadable").isEmpty();
    assertThat(made.path("rowsIn").asLong())
        .isEqualTo(
            made.path("accepted").size()
                + made.path("duplicate").asLong()
                + made.path("rejected").size()
                + made.path("ignored").asLong());
    shortenReasons(made.path("rejected"), expected.path("rejected"));
    assertThat(made.toPrettyString()).isEqualTo(expected.toPrettyString());
  }

  /** Of a reason the expectation may name a part. */
  private static void shortenReasons(JsonNode made, JsonNode expected) {
    for (int i = 0; i < Math.min(made.size(), expected.size()); i++) {
      String wanted = expected.get(i).path("reason").asText();
      if (made.get(i).path("reason").asText().contains(wanted)) {
        ((ObjectNode) made.get(i)).put("reason", wanted);
      }
    }
  }

  @Test
  void thereAreSamplesEnoughAndMostAreBad() throws IOException {
    List<GoldenCase> all = GoldenCase.all(SAMPLES);
    long bad = 0;
    for (GoldenCase sample : all) {
      JsonNode expected = sample.expected();
      bad += expected.has("unreadable") || !isSpotless(expected) ? 1 : 0;
    }
    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    assertThat(bad).isGreaterThanOrEqualTo(40);
  }

  /** Nothing of it was left out, repeated or remarked upon. */
  private static boolean isSpotless(JsonNode expected) {
    boolean whole =
        expected.path("rejected").isEmpty()
            && expected.path("duplicate").asInt() == 0
            && expected.path("ignored").asInt() == 0;
    return whole && expected.path("accepted").findValues("remarks").isEmpty();
  }
}
