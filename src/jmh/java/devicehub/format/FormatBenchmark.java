package devicehub.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import devicehub.intake.Row;
import devicehub.intake.RowSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Rows per second of each format, reading eight of twelve columns as the normalisers do. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FormatBenchmark {
  private static final int ROWS = 100_000;

  private static final List<String> COLUMNS =
      List.of(
          "DisplayName",
          "PrimarySmtpAddress",
          "DeviceId",
          "DeviceType",
          "DeviceModel",
          "DeviceOS",
          "DeviceUserAgent",
          "FirstSyncTime",
          "LastSuccessSync",
          "DeviceAccessState",
          "Guid",
          "DistinguishedName");

  @Param({"csv", "csv-bare", "json", "ndjson"})
  private String input;

  private byte[] bytes = {};
  private RowReader reader;

  @Setup
  public void write() {
    StringBuilder text = new StringBuilder();
    boolean json = input.endsWith("json");
    String quote = input.equals("csv-bare") ? "" : "\"";
    if (input.equals("json")) {
      text.append("{\"value\":[");
    } else if (!json) {
      text.append(String.join(",", COLUMNS)).append("\r\n");
    }
    for (int i = 0; i < ROWS; i++) {
      List<String> cells = cells(i);
      if (json) {
        text.append(i > 0 && input.equals("json") ? "," : "").append("{");
      }
      for (int c = 0; c < cells.size(); c++) {
        text.append(c > 0 ? "," : "");
        if (json) {
          text.append('"').append(COLUMNS.get(c)).append("\":");
        }
        text.append(json ? "\"" : quote).append(cells.get(c)).append(json ? "\"" : quote);
      }
      text.append(json ? "}\n" : "\r\n");
    }
    text.append(input.equals("json") ? "]}" : "");
    bytes = text.toString().getBytes(UTF_8);
    FormatSpec spec = json ? FormatSpec.json("value").withFormat(input) : FormatSpec.csv();
    reader = RowReaders.of(spec, new LinkedHashSet<>(COLUMNS.subList(0, 8)));
  }

  private static List<String> cells(int i) {
    return List.of(
        "Jane Doe " + i,
        "jane.doe" + i + "@example.com",
        String.format(Locale.ROOT, "ANDROID%016x", i * 2_654_435_761L),
        "Android",
        "SM-G99" + i % 10 + "B",
        "Android 14",
        "Android-SAMSUNG/14.0",
        "2024-01-12T08:15:30Z",
        "2025-11-03T17:42:11Z",
        "Allowed",
        String.format(Locale.ROOT, "%08x-0000-4000-8000-%012x", i, i),
        "CN=ANDROID" + i);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long read() throws IOException {
    Counting counting = new Counting();
    reader.read("benchmark", new ByteArrayInputStream(bytes), counting);
    if (counting.rows != ROWS) {
      throw new IllegalStateException(counting.rows + " rows");
    }
    return counting.characters;
  }

  private static final class Counting implements RowSink {
    private long rows;
    private long characters;

    @Override
    public void columns(List<String> names) {}

    @Override
    public void rows(List<? extends Row> batch) {
      for (Row row : batch) {
        rows++;
        for (int column = 0; column < 8; column++) {
          characters += row.cell(column).length();
        }
      }
    }

    @Override
    public void unreadable(long line, String reason, String value) {
      throw new IllegalStateException(reason);
    }
  }
}
