package devicehub.format;

import devicehub.intake.RowSink;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Answers of web services in XML. Paths begin with the root element; attributes are named with an
 * {@code @}. Without a path to the records, they are the root's children.
 *
 * <pre>
 *   &lt;devices&gt;&lt;device&gt;&lt;maas360DeviceID&gt;ApplD8…&lt;/maas360DeviceID&gt;…&lt;/device&gt;
 *     &lt;count&gt;1&lt;/count&gt;&lt;/devices&gt;                     records: devices.device
 * </pre>
 */
final class XmlRows implements RowReaders.Format {
  private final RecordPaths paths;

  XmlRows(FormatSpec spec, Set<String> wanted) {
    this.paths = new RecordPaths(spec, wanted);
  }

  @Override
  public Page read(TextInput text, RowSink sink) throws IOException {
    XmlCursor xml = new XmlCursor(text, paths.limits());
    xml.enterRoot();
    if (xml.name().equalsIgnoreCase("html")) {
      throw new BadInput(1, "is an HTML page, such as a login page, not XML");
    }
    return new Run(xml, sink).read();
  }

  /** One reading of one input. */
  private final class Run {
    private final XmlCursor xml;
    private final FieldTree envelope = paths.envelope();
    private final ValueRow envelopeValues = paths.envelopeValues();
    private final FieldTree record = paths.record();
    private final ValueBatch batch;
    private boolean found;
    private long records;

    Run(XmlCursor xml, RowSink sink) {
      this.xml = xml;
      this.batch = new ValueBatch(sink, paths.columns(), paths.cells(), paths.limits());
    }

    Page read() throws IOException {
      String root = xml.name();
      if (paths.isBare()) {
        found = true;
        while (xml.nextChild()) {
          record();
        }
      } else {
        open(envelope.child(xml.name()));
      }
      xml.end();
      batch.flush();
      Page page = paths.pageOfEnvelope(envelopeValues);
      return found ? page : page.lacking(paths.lacking(List.of(root)));
    }

    private void open(FieldTree place) throws IOException {
      if (RecordPaths.isRecords(place)) {
        found = true;
        record();
      } else if (place.isEmpty()) {
        xml.leave();
      } else {
        while (xml.nextChild()) {
          open(place.child(xml.name()));
        }
        add(place, xml.text(), envelopeValues);
      }
    }

    private void record() throws IOException {
      ValueRow row = batch.begin(++records);
      gather(record, row);
      batch.add(row);
    }

    private void gather(FieldTree wanted, ValueRow row) throws IOException {
      if (wanted.isEmpty()) {
        xml.leave();
        return;
      }
      for (int i = 0; i < xml.attributes(); i++) {
        add(wanted.child("@" + xml.attributeName(i)), xml.attribute(i), row);
      }
      while (xml.nextChild()) {
        gather(wanted.child(xml.name()), row);
      }
      add(wanted, xml.text(), row);
    }

    private void add(FieldTree wanted, String value, ValueRow row) throws BadInput {
      if (wanted.columns().length > 0) {
        row.add(wanted.columns(), value.strip(), paths.limits());
      }
    }
  }
}
