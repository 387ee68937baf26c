package devicehub.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import devicehub.intake.Row;
import devicehub.intake.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows as the hub itself writes them down, whatever format they came in: nothing interpreted, so
 * that they read again as the input they stood in would.
 *
 * <pre>
 *   {"columns":["DeviceID","PrimarySMTPAddress"]}
 *   {"line":17,"cells":["JUQGGDFCDD29R3H003TJA63E10","jane.doe@acme.example"]}
 *   {"line":18,"reason":"has 3 cells, not 2","value":"a,b,c"}
 * </pre>
 */
public final class KeptRows implements RowSink, AutoCloseable {
  private static final int BATCH = 1000;
  private static final JsonFactory JSON = new JsonFactory();

  private static final byte[] MARK = "#devicehub rows 1\n".getBytes(StandardCharsets.UTF_8);

  private final JsonGenerator out;

  /** Writes to {@code to}, which is closed with this. */
  public KeptRows(Writer to) throws IOException {
    out = JSON.createGenerator(to).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  @Override
  public void columns(List<String> names) {
    write(
        () -> {
          out.writeStartObject();
          out.writeArrayFieldStart("columns");
          for (String name : names) {
            out.writeString(name);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  @Override
  public void rows(List<? extends Row> batch) {
    for (Row row : batch) {
      write(
          () -> {
            out.writeStartObject();
            out.writeNumberField("line", row.line());
            out.writeArrayFieldStart("cells");
            for (int column = 0; column < row.width(); column++) {
              out.writeString(row.cell(column));
            }
            out.writeEndArray();
            out.writeEndObject();
          });
    }
  }

  @Override
  public void unreadable(long line, String reason, String value) {
    write(
        () -> {
          out.writeStartObject();
          out.writeNumberField("line", line);
          out.writeStringField("reason", reason);
          out.writeStringField("value", value);
          out.writeEndObject();
        });
  }

  private interface Step {
    void write() throws IOException;
  }

  private static void write(Step step) {
    try {
      step.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Rows to stand in the raw store in the place of the input they came in, so marked. */
  public static KeptRows marked(OutputStream to) throws IOException {
    to.write(MARK);
    return new KeptRows(new OutputStreamWriter(to, StandardCharsets.UTF_8));
  }

  /** Whether an input begins with the mark, which is then read; else it is as it was. */
  public static boolean begin(InputStream in) throws IOException {
    in.mark(MARK.length);
    if (Arrays.equals(in.readNBytes(MARK.length), MARK)) {
      return true;
    }
    in.reset();
    return false;
  }

  /** Reads what was written, row by row as it was. */
  public static void read(Reader text, RowSink sink) throws IOException {
    List<Row> batch = new ArrayList<>(BATCH);
    try (JsonParser json = JSON.createParser(text)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        json.nextToken();
        if (json.currentName().equals("columns")) {
          flush(batch, sink);
          sink.columns(List.of(texts(json)));
          json.nextToken();
        } else {
          entry(json, batch, sink);
        }
      }
    }
    flush(batch, sink);
  }

  private static void entry(JsonParser json, List<Row> batch, RowSink sink) throws IOException {
    json.nextToken();
    long line = json.getLongValue();
    if (json.nextFieldName().equals("cells")) {
      batch.add(Row.of(line, texts(json)));
      json.nextToken();
      if (batch.size() == BATCH) {
        flush(batch, sink);
      }
      return;
    }
    flush(batch, sink);
    String reason = json.nextTextValue();
    json.nextFieldName();
    sink.unreadable(line, reason, json.nextTextValue());
    json.nextToken();
  }

  private static String[] texts(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    json.nextToken();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(json.getText());
    }
    return texts.toArray(String[]::new);
  }

  private static void flush(List<Row> batch, RowSink sink) {
    if (!batch.isEmpty()) {
      sink.rows(List.copyOf(batch));
      batch.clear();
    }
  }
}
