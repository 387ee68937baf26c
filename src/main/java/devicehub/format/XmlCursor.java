package devicehub.format;

import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks an XML document from element to element. A document type is refused outright: it is where
 * external entities and billion laughs come from, and no device list has one.
 */
final class XmlCursor {
  private final XMLStreamReader xml;
  private final Limits limits;
  private final StringBuilder text = new StringBuilder();
  private String left = "";
  private int depth;

  XmlCursor(TextInput in, Limits limits) throws IOException {
    this.limits = limits;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      this.xml = factory.createXMLStreamReader(new MarkupGuard(in, limits.rowLength()));
    } catch (XMLStreamException e) {
      throw bad(e, 1);
    }
  }

  long line() {
    return Math.max(xml.getLocation().getLineNumber(), 1);
  }

  String name() {
    return xml.getLocalName();
  }

  int attributes() {
    return xml.getAttributeCount();
  }

  String attributeName(int i) {
    return xml.getAttributeLocalName(i);
  }

  String attribute(int i) {
    return xml.getAttributeValue(i);
  }

  /** An attribute's value; empty if it is absent. */
  String attribute(String name) {
    @Nullable String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** Enters the root element. */
  void enterRoot() throws IOException {
    if (!nextChild()) {
      throw new BadInput(line(), "is empty");
    }
  }

  /**
   * Goes on to the next child of the element last entered and enters it; false if there is none,
   * which leaves the element.
   */
  boolean nextChild() throws IOException {
    while (true) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > limits.depth()) {
            throw new BadInput(line(), "is nested more than " + limits.depth() + " deep");
          }
          text.setLength(0);
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          left = text.toString();
          text.setLength(0);
          return false;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (text.length() + xml.getTextLength() > limits.rowLength()) {
            throw new BadInput(
                line(), "has a text of more than " + limits.rowLength() + " characters");
          }
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
        default -> {
          // Comments, blanks and instructions say nothing about devices.
        }
      }
    }
  }

  /** The text behind the last child, of the element that has just been left. */
  String text() {
    return left;
  }

  /** Leaves the element last entered, with its text; children are passed over. */
  String leave() throws IOException {
    while (nextChild()) {
      leave();
    }
    return text();
  }

  /** Makes sure that nothing follows the root element. */
  void end() throws IOException {
    if (nextChild()) {
      throw new BadInput(line(), "goes on behind the end of the XML");
    }
  }

  private int advance() throws IOException {
    int event;
    long before = line();
    try {
      event = xml.next();
    } catch (XMLStreamException e) {
      throw bad(e, before);
    } catch (RuntimeException e) {
      // The JDK's parser answers some broken input with exceptions of its own insides.
      throw new BadInput(before, "is no sound XML: the parser gave up");
    }
    if (event == XMLStreamConstants.DTD) {
      throw new BadInput(line(), "has a document type (DOCTYPE), which is refused");
    }
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new BadInput(line(), "refers to an entity, which is refused");
    }
    return event;
  }

  private static BadInput bad(XMLStreamException e, long line) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadInput reason) {
        return reason.inLine(line);
      }
    }
    if (e.getNestedException() instanceof BadInput reason) {
      return reason.inLine(line);
    }
    long at = e.getLocation() == null ? line : Math.max(e.getLocation().getLineNumber(), 1);
    String complaint = e.getMessage() == null ? "" : e.getMessage();
    int message = complaint.indexOf("Message: ");
    String reason = message < 0 ? complaint : complaint.substring(message + 9);
    String first = reason.lines().findFirst().orElse("");
    String shown = first.length() > 160 ? first.substring(0, 160) + "…" : first;
    return new BadInput(at, "is no sound XML: " + shown);
  }
}
