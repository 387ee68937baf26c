package devicehub.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import devicehub.intake.Row;
import devicehub.intake.RowSink;
import devicehub.intake.UnreadableInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes: they are read, or refused with a reason, and nothing else happens. */
final class AnyBytesTest {
  private static final Set<String> WANTED = Set.of("id", "owner", "a.b");

  /** Pieces that formats care about; noise made of them goes deeper than noise of bytes. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          ",",
          ";",
          "\t",
          "|",
          "\n",
          "\r",
          "\r\n",
          " ",
          "\0",
          "id",
          "owner",
          "sep=",
          "#TYPE ",
          "{",
          "}",
          "[",
          "]",
          ":",
          "\"id\":",
          "\"a\":",
          "null",
          "1e9",
          "\\u",
          "d83d",
          "\\",
          "<",
          ">",
          "<id>",
          "</id>",
          "<r>",
          "</r>",
          "<Objs>",
          "<Obj RefId=\"0\">",
          "</Obj>",
          "<MS>",
          "<S N=\"id\">",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?",
          "?>",
          "&amp;",
          "&x;",
          "<!DOCTYPE",
          "_x000A_",
          "é",
          "😀",
          "\ufeff",
          "\u00ff");

  private static final Limits SMALL = new Limits(4096, 256, 16, 500, 16, 1 << 20);

  private static final class Strict implements RowSink {
    private boolean announced;

    @Override
    public void columns(List<String> names) {
      announced = true;
      assertThat(names).doesNotContainNull();
    }

    @Override
    public void rows(List<? extends Row> batch) {
      assertThat(announced).as("columns come before rows").isTrue();
      assertThat(batch).isNotEmpty();
      for (Row row : batch) {
        assertThat(row.line()).isPositive();
        for (int i = 0; i <= row.width(); i++) {
          assertThat(row.cell(i)).doesNotContain("\ufffd", "\0");
        }
      }
    }

    @Override
    public void unreadable(long line, String reason, String value) {
      assertThat(line).isPositive();
      assertThat(reason).isNotBlank();
      assertThat(value.length()).isLessThan(300);
    }
  }

  private static void read(byte[] input) throws IOException {
    for (String format : List.of("csv", "json", "ndjson", "xml", "clixml")) {
      FormatSpec spec =
          FormatSpec.json(input.length % 2 == 0 ? "" : "r.id")
              .withFormat(format)
              .withGzip(true)
              .withLimits(SMALL);
      try {
        RowReaders.of(spec, WANTED).read("noise", new ByteArrayInputStream(input), new Strict());
      } catch (UnreadableInputException e) {
        assertThat(e.reason()).isNotBlank();
        assertThat(e.line()).isNotNegative();
      }
    }
  }

  @FuzzTest(maxDuration = "10m")
  void anyBytesAreReadOrRefused(byte[] input) throws IOException {
    read(input);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noiseIsReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      read(bytes);

      StringBuilder pieces = new StringBuilder();
      for (int n = random.nextInt(60); n > 0; n--) {
        pieces.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      read(pieces.toString().getBytes(UTF_8));
    }
  }

  /** Sound input with a few bytes changed, lost or doubled, as a bad disk or line leaves it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,owner\r\nA1,\"Doe, Jane\"\r\nB2,x\r\n",
        "{\"r\":{\"id\":[{\"id\":\"A\",\"a\":{\"b\":[1,2]}},{\"id\":1e9}]},\"error\":null}",
        "<?xml version='1.0' encoding='UTF-8'?><r><id a='1'><id>A</id><a><b>1</b></a></id></r>",
        "<Objs><Obj RefId='0'><TN><T>x</T></TN><Props><S N='id'>A_x000A_</S></Props></Obj></Objs>",
      })
  void damageIsReadOrRefused(String sound) throws IOException {
    Random random = new Random(sound.length());
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = sound.getBytes(UTF_8);
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        int at = random.nextInt(bytes.length);
        if (random.nextBoolean()) {
          bytes[at] = (byte) random.nextInt();
        } else {
          int other = random.nextInt(bytes.length);
          System.arraycopy(
              bytes, at, bytes, other, Math.min(4, bytes.length - Math.max(at, other)));
        }
      }
      read(bytes);
    }
  }
}
