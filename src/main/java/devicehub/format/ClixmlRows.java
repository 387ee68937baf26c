package devicehub.format;

import devicehub.intake.RowSink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What PowerShell's {@code Export-Clixml} writes: one object a record, its properties the columns.
 * An object in a property is what its {@code ToString} says, a list its items.
 *
 * <pre>
 *   &lt;Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"&gt;
 *     &lt;Obj RefId="0"&gt;&lt;TN RefId="0"&gt;&lt;T&gt;Deserialized.Microsoft.Exchange…&lt;/T&gt;&lt;/TN&gt;
 *       &lt;Props&gt;&lt;S N="DeviceId"&gt;ApplDNPF…&lt;/S&gt;&lt;Nil N="DeviceImei" /&gt;
 *         &lt;Obj N="UserDisplayName" RefId="1"&gt;…&lt;ToString&gt;contoso.com/Jane&lt;/ToString&gt;&lt;/Obj&gt;
 *         &lt;Ref N="Identity" RefId="1" /&gt;
 * </pre>
 */
final class ClixmlRows implements RowReaders.Format {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** Objects refer to earlier ones close by; a whole file of them need not be kept. */
  private static final int REMEMBERED = 10_000;

  private static final int REMEMBERED_LENGTH = 1000;

  private final RecordPaths paths;

  ClixmlRows(FormatSpec spec, Set<String> wanted) {
    this.paths = new RecordPaths(spec, wanted);
  }

  @Override
  public Page read(TextInput text, RowSink sink) throws IOException {
    XmlCursor xml = new XmlCursor(text, paths.limits());
    xml.enterRoot();
    if (!xml.name().equals("Objs")) {
      throw new BadInput(xml.line(), "is XML, but not what Export-Clixml writes");
    }
    Run run = new Run(xml, sink);
    while (xml.nextChild()) {
      run.record();
    }
    xml.end();
    run.batch.flush();
    return Page.NONE;
  }

  /** One reading of one input. */
  private final class Run {
    private final XmlCursor xml;
    private final ValueBatch batch;
    private final FieldTree wanted = FieldTree.of(paths.columns());
    private final Map<String, String> said =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
          }
        };

    Run(XmlCursor xml, RowSink sink) {
      this.xml = xml;
      this.batch = new ValueBatch(sink, paths.columns(), paths.columns().size(), paths.limits());
    }

    /** Reads an object as a record, or each object of a list as one. */
    void record() throws IOException {
      long line = xml.line();
      if (!xml.name().equals("Obj")) {
        String kind = xml.name();
        batch.unreadable(line, "is a bare " + kind + ", no object", xml.leave());
        return;
      }
      ValueRow row = batch.begin(line);
      boolean list = false;
      boolean named = false;
      String id = xml.attribute("RefId");
      while (xml.nextChild()) {
        if (isList(xml.name())) {
          list = true;
          while (xml.nextChild()) {
            record();
          }
        } else {
          named |= part(id, named, wanted, row);
        }
      }
      if (!list) {
        batch.add(row);
      }
    }

    /** Reads a part of an object; true if it says what the object is. */
    private boolean part(String id, boolean named, FieldTree field, ValueRow row)
        throws IOException {
      switch (xml.name()) {
        case "Props", "MS" -> {
          while (xml.nextChild()) {
            value(field.child(unescaped(xml.attribute("N"))), row);
          }
          return false;
        }
        case "TN", "TNRef", "DCT", "Nil" -> {
          xml.leave();
          return false;
        }
        default -> {
          // An enumeration's ToString comes first, its number second.
          String text = unescaped(xml.leave());
          if (!named) {
            remember(id, text);
            add(field, text, row);
          }
          return true;
        }
      }
    }

    private void remember(String id, String text) {
      if (!id.isEmpty() && text.length() <= REMEMBERED_LENGTH) {
        said.put(id, text);
      }
    }

    private void value(FieldTree field, ValueRow row) throws IOException {
      switch (xml.name()) {
        case "Obj" -> {
          String id = xml.attribute("RefId");
          boolean named = false;
          while (xml.nextChild()) {
            if (isList(xml.name())) {
              while (xml.nextChild()) {
                value(field, row);
              }
            } else {
              named |= part(id, named, field, row);
            }
          }
        }
        case "Ref" -> {
          @Nullable String text = said.get(xml.attribute("RefId"));
          xml.leave();
          add(field, text == null ? "" : text, row);
        }
        case "Nil" -> xml.leave();
        default -> add(field, unescaped(xml.leave()), row);
      }
    }

    private void add(FieldTree field, String text, ValueRow row) throws BadInput {
      if (field.columns().length > 0) {
        row.add(field.columns(), text, paths.limits());
      }
    }
  }

  private static boolean isList(String name) {
    return List.of("LST", "IE", "QUE", "STK").contains(name);
  }

  /** {@code _x000D__x000A_} is CR LF; characters that XML cannot hold are written so. */
  private static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }
}
