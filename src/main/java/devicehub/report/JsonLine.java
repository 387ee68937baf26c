package devicehub.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A JSON value on one line, gathered piece by piece and written by {@link #toString} in one go.
 *
 * <pre>
 *   open('{').text("feed", "exchange").known("owner", "").number("score", 88).close('}')
 *   →   {"feed":"exchange","owner":null,"score":88}
 * </pre>
 *
 * <p>In an array names are empty.
 *
 * <p>Gathering is next to nothing and writing is one loop. A generator that is called from forty
 * places would be compiled forty times over, which takes longer than all that it writes.
 */
final class JsonLine {
  private static final JsonFactory JSON = new JsonFactory();

  /** The kinds of pieces, of which brackets stand for themselves. */
  private static final char TEXT = '"';

  private static final char WORD = '0';

  private String[] names = new String[128];
  private String[] values = new String[128];
  private char[] kinds = new char[128];
  private int count;

  JsonLine open(char bracket) {
    return add("", "", bracket);
  }

  JsonLine open(String name, char bracket) {
    return add(name, "", bracket);
  }

  JsonLine close(char bracket) {
    return add("", "", bracket);
  }

  JsonLine number(String name, int number) {
    return add(name, Integer.toString(number), WORD);
  }

  JsonLine text(String text) {
    return add("", text, TEXT);
  }

  JsonLine text(String name, String text) {
    return add(name, text, TEXT);
  }

  /** A text; what is empty is not known, and null. */
  JsonLine known(String name, String text) {
    return text.isEmpty() ? add(name, "null", WORD) : add(name, text, TEXT);
  }

  private JsonLine add(String name, String value, char kind) {
    if (count == kinds.length) {
      names = Arrays.copyOf(names, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
      kinds = Arrays.copyOf(kinds, 2 * count);
    }
    names[count] = name;
    values[count] = value;
    kinds[count++] = kind;
    return this;
  }

  @Override
  public String toString() {
    StringWriter line = new StringWriter(2048);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      for (int i = 0; i < count; i++) {
        if (!names[i].isEmpty()) {
          json.writeFieldName(names[i]);
        }
        write(kinds[i], values[i], json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return line.toString();
  }

  private static void write(char kind, String value, JsonGenerator json) throws IOException {
    switch (kind) {
      case '{' -> json.writeStartObject();
      case '[' -> json.writeStartArray();
      case '}' -> json.writeEndObject();
      case ']' -> json.writeEndArray();
      case TEXT -> json.writeString(WellFormed.of(value));
      default -> json.writeRawValue(value);
    }
  }
}
