package devicehub.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * XML text that ends in a refusal where one tag, text, comment or CDATA section grows beyond the
 * limit: the JDK's parser gathers each of them whole in memory.
 */
final class MarkupGuard extends FilterReader {
  /** What begins with {@code <}, and the only thing that ends it; tags end at the next one. */
  private enum Part {
    TAG_OR_TEXT("", ""),
    COMMENT("<!--", "-->"),
    CDATA("<![CDATA[", "]]>"),
    INSTRUCTION("<?", "?>");

    private final String opening;
    private final String closing;

    Part(String opening, String closing) {
      this.opening = opening;
      this.closing = closing;
    }
  }

  private static final Part[] PARTS = Part.values();
  private static final int LONGEST = 9;

  private final int limit;
  private final StringBuilder recent = new StringBuilder();
  private Part part = Part.TAG_OR_TEXT;
  private int length;

  MarkupGuard(Reader in, int limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[2];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] to, int from, int count) throws IOException {
    int read = in.read(to, from, count);
    for (int i = from; i < from + read; i++) {
      see(to[i]);
    }
    return read;
  }

  private void see(char c) throws BadInput {
    if (++length > limit) {
      throw new BadInput(0, "has a tag or text of more than " + limit + " characters");
    }
    if (part == Part.TAG_OR_TEXT) {
      if (c == '<') {
        length = 0;
        recent.setLength(0);
        recent.append(c);
      } else if (!recent.isEmpty()) {
        recent.append(c);
        open();
      }
    } else if (c == '>') {
      recent.append(c);
      if (recent.indexOf(part.closing) >= 0) {
        part = Part.TAG_OR_TEXT;
        length = 0;
      }
      recent.setLength(0);
    } else {
      recent.append(c);
      if (recent.length() > 2) {
        recent.deleteCharAt(0);
      }
    }
  }

  /** Tells by the characters since the last {@code <} what it began. */
  private void open() {
    for (Part other : PARTS) {
      if (other != Part.TAG_OR_TEXT && other.opening.contentEquals(recent)) {
        part = other;
        recent.setLength(0);
        return;
      }
    }
    char second = recent.charAt(1);
    if ((second != '!' && second != '?') || recent.length() == LONGEST) {
      recent.setLength(0);
    }
  }
}
