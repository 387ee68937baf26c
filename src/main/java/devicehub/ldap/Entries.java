package devicehub.ldap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.SearchResult;

/**
 * Writes entries as one JSON record a line. Servers give entries, attributes and values in any
 * order; here all are sorted, so that the same entries are always the same bytes.
 *
 * <pre>
 *   {"dn":"CN=Doe\\, Jane,OU=Users,DC=acme,DC=example","mail":"jane.doe@acme.example",
 *    "proxyAddresses":["SMTP:jane.doe@acme.example","smtp:jd@acme.example"]}
 * </pre>
 */
final class Entries {
  /** Attributes that are bytes; the JDK would spoil these as text. It knows of photos and such. */
  static final String BINARY = "objectGUID objectSid mS-DS-ConsistencyGuid msExchMailboxGuid";

  /** Ids are shorter, pictures and certificates longer. */
  private static final int LONGEST_ID = 64;

  private static final String DN = "dn";
  private static final JsonFactory JSON = new JsonFactory();

  private Entries() {}

  static byte[] lines(List<SearchResult> results) throws NamingException, IOException {
    List<SearchResult> sorted = new ArrayList<>(results);
    sorted.sort(Comparator.comparing(SearchResult::getNameInNamespace));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sorted.size() * 256);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.setRootValueSeparator(null);
      for (SearchResult result : sorted) {
        json.writeStartObject();
        json.writeStringField(DN, result.getNameInNamespace());
        for (var attribute : attributes(result).entrySet()) {
          write(json, attribute.getKey(), attribute.getValue());
        }
        json.writeEndObject();
        json.writeRaw('\n');
      }
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeFieldName(name);
    if (values.size() == 1) {
      json.writeString(values.get(0));
      return;
    }
    json.writeStartArray();
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static Map<String, List<String>> attributes(SearchResult result) throws NamingException {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Attribute attribute : Collections.list(result.getAttributes().getAll())) {
      String name = attribute.getID();
      if (name.equalsIgnoreCase(DN)) {
        continue;
      }
      List<String> texts = values.computeIfAbsent(name, unseen -> new ArrayList<>());
      for (Object value : Collections.list(attribute.getAll())) {
        if (value instanceof byte[] bytes) {
          if (bytes.length <= LONGEST_ID) {
            texts.add(HexFormat.of().formatHex(bytes));
          }
        } else {
          texts.add(String.valueOf(value));
        }
      }
      Collections.sort(texts);
    }
    values.values().removeIf(List::isEmpty);
    return values;
  }
}
