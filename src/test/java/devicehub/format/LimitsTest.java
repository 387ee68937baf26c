package devicehub.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.intake.Row;
import devicehub.intake.RowSink;
import devicehub.intake.UnreadableInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile sizes end in a refusal, long before the memory does. */
final class LimitsTest {
  private static final Pattern REPEATED = Pattern.compile("«([^»]*)»(\\d+)");
  private static final Limits SMALL = new Limits(200, 50, 8, 5, 8, 100_000);

  private static Recording read(String format, byte[] input) {
    FormatSpec spec = FormatSpec.json("").withFormat(format).withLimits(SMALL);
    return Recording.of(spec, Set.of("id"), input);
  }

  /** {@code «text»9} stands for the text nine times. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "csv -> a long row -> id⏎A⏎«ab,»100 -> 3 -> is longer than 200 characters",
        "csv -> a long cell in the header -> id,«abc»20⏎A -> 1 -> has a cell of more than 50",
        "csv -> a long cell over lines -> id⏎A⏎`«abc⏎»15`⏎B -> 3 -> has a cell of more than 50 characters over",
        "csv -> a quote open for long -> id⏎A⏎`«⏎»150 -> 3 -> the quote opened here is still open",
        "csv -> many columns -> «id,»9⏎A -> 1 -> has 10 columns, more than the 8 allowed",
        "csv -> many rows -> id⏎«A⏎»6 -> 7 -> has more than 5 rows",
        "csv -> a long file -> id⏎A⏎«⏎»100000 -> - -> holds more than 100000 bytes",
        "json -> deep lists -> «[»5000 -> 1 -> is beyond the limits",
        "json -> deep objects -> «{`a`:»5000 -> 1 -> is beyond the limits",
        "json -> a long text -> {`id`:`«abc»20`} -> 1 -> is beyond the limits",
        "json -> a long number -> {`id`:«123»500} -> 1 -> is beyond the limits",
        "json -> a long name -> {`«abc»1000`:1} -> 1 -> is beyond the limits",
        "json -> a long list of values -> {`id`:[«`abcdefghi`,»9`x`]} -> 1 -> has a value of more than 50",
        "json -> many records -> [«{},»6{}] -> 6 -> has more than 5 records",
        "ndjson -> a long line -> {}⏎{`a`:`«abc»100`} -> 2 -> is longer than 200 characters",
        "ndjson -> many records -> «{}⏎»6 -> 6 -> has more than 5 records",
        "xml -> deep -> «<a>»9 -> 1 -> is nested more than 8 deep",
        "xml -> a long text -> <r><d><id>«abc»20</id></d></r> -> 1 -> has a value of more than 50",
        "xml -> a long text nobody asked for -> <r><d>«abc»100</d></r> -> 1 -> has a tag or text of more",
        "xml -> a long attribute -> <r><d a='«>>>»100'/></r> -> 1 -> has a tag or text of more",
        "xml -> a long comment -> <r><!-- «<<<»100 --></r> -> 1 -> has a tag or text of more",
        "xml -> a long CDATA section -> <r><![CDATA[«<<>»100]]></r> -> 1 -> has a tag or text of more",
        "xml -> a long instruction -> <r><?x «<<>»100?></r> -> 1 -> has a tag or text of more",
        "xml -> a long text in parts -> <r><d>«<![CDATA[ab]]><!-- -->»150</d></r> -> 1 -> has a text of more",
        "xml -> many records -> <r>«<d/>»6</r> -> 6 -> has more than 5 records",
        "clixml -> deep -> <Objs>«<Obj><MS>»9 -> 1 -> is nested more than 8 deep",
      })
  void whatIsTooLargeIsRefused(
      String format, String name, String written, String line, String reason) {
    assertThatThrownBy(() -> read(format, expanded(written).getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            UnreadableInputException.class,
            refusal -> {
              assertThat(refusal.reason()).startsWith(reason);
              if (!line.equals("-")) {
                assertThat(refusal.line()).isEqualTo(Long.parseLong(line));
              }
            });
  }

  private static String expanded(String written) {
    return REPEATED
        .matcher(typed(written))
        .replaceAll(
            part ->
                Matcher.quoteReplacement(part.group(1).repeat(Integer.parseInt(part.group(2)))));
  }

  @Test
  void aRowWithTooManyCellsIsOnlyThatRow() {
    Recording read = read("csv", ("id\nA\n" + ",".repeat(150) + "\nB\n").getBytes(UTF_8));

    assertThat(read.rows).containsExactly("2: A", "4: B");
    assertThat(read.unreadable).containsExactly("3: has 151 cells, the header 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"«abc»20", "`«abc»20`", "`«a``b»20`", "x,«abc»20,`y`"})
  void aCellThatIsTooLongCostsItsRowAlone(String row) {
    String input = "id\nA\n" + expanded(row) + "\nB\n";
    Recording read = read("csv", input.getBytes(UTF_8));

    assertThat(read.rows).containsExactly("2: A", "4: B");
    assertThat(read.unreadable).containsExactly("3: has a cell of more than 50 characters");
  }

  private static byte[] gzipped(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static final FormatSpec COMPRESSED = FormatSpec.csv().withGzip(true);

  @Test
  void gzipIsExpandedWhereTheFeedAllowsIt() {
    byte[] input = gzipped("id\nA\n".getBytes(UTF_8));

    assertThat(Recording.of(COMPRESSED, Set.of("id"), input).rows).containsExactly("2: A");
    assertThat(Recording.of(COMPRESSED, Set.of("id"), "id\nA\n".getBytes(UTF_8)).rows)
        .containsExactly("2: A");
    assertThatThrownBy(() -> Recording.of(FormatSpec.csv(), Set.of("id"), input))
        .hasMessageContaining("compressed with gzip");
  }

  @Test
  void gzipThatIsCutShortOrWrongIsRefused() {
    byte[] whole = gzipped("id\nA\nB\n".repeat(1000).getBytes(UTF_8));
    byte[] wrong = whole.clone();
    wrong[whole.length - 5] ^= 1;

    for (byte[] broken :
        List.of(Arrays.copyOf(whole, 5), Arrays.copyOf(whole, whole.length / 2), wrong)) {
      assertThatThrownBy(() -> Recording.of(COMPRESSED, Set.of("id"), broken))
          .isInstanceOf(UnreadableInputException.class)
          .hasMessageContaining("cut short or broken");
    }
  }

  @Test
  void aBombIsRefusedByItsRatio() {
    byte[] bomb = gzipped(("id\n" + "\n".repeat(20_000_000)).getBytes(UTF_8));

    assertThatThrownBy(() -> Recording.of(COMPRESSED, Set.of("id"), bomb))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("expands to more than it may");
  }

  private static final class Counting implements RowSink {
    private long rows;
    private int largestBatch;

    @Override
    public void columns(List<String> names) {}

    @Override
    public void rows(List<? extends Row> batch) {
      rows += batch.size();
      largestBatch = Math.max(largestBatch, batch.size());
    }

    @Override
    public void unreadable(long line, String reason, String value) {
      throw new AssertionError(reason);
    }
  }

  /** Three hundred thousand rows, far more than any buffer holds. */
  private static InputStream many(String head, String row, String foot) {
    byte[] thousand = row.repeat(1000).getBytes(UTF_8);
    List<InputStream> parts =
        IntStream.range(0, 302)
            .mapToObj(
                i -> i == 0 ? head.getBytes(UTF_8) : i == 301 ? foot.getBytes(UTF_8) : thousand)
            .<InputStream>map(ByteArrayInputStream::new)
            .toList();
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "csv -> 'id,owner⏎' -> '`A1`,x⏎' -> ''",
        "json -> '[{}' -> ',{`id`:`A1`}' -> ']'",
        "ndjson -> '{}⏎' -> '{`id`:`A1`}⏎' -> ''",
        "xml -> '<r><d/>' -> '<d><id>A1</id></d>' -> '</r>'",
        "clixml -> '<Objs><Obj/>' -> '<Obj RefId=`1`><MS><S N=`id`>A</S></MS></Obj>' -> '</Objs>'",
      })
  void manyRowsComeInBatchesOfAThousand(String format, String head, String row, String foot)
      throws IOException {
    Counting counting = new Counting();
    FormatSpec spec = FormatSpec.json("").withFormat(format);
    RowReaders.of(spec, Set.of("id"))
        .read("many", many(typed(head), typed(row), typed(foot)), counting);

    assertThat(counting.rows).isEqualTo(format.equals("csv") ? 300_000 : 300_001);
    assertThat(counting.largestBatch).isEqualTo(1000);
  }

  private static String typed(String written) {
    return written.replace('`', '"').replace('⏎', '\n');
  }
}
