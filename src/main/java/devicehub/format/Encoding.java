package devicehub.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an input's characters are written.
 *
 * @param markLength how many bytes of byte order mark come first
 * @param assumed whether nobody said so
 */
record Encoding(Charset charset, int markLength, boolean assumed) {
  /** How many bytes are looked at. */
  static final int SNIFFED = 4096;

  private record Mark(Charset charset, String bytes) {
    boolean starts(byte[] head) {
      String start = new String(head, 0, Math.min(bytes.length(), head.length), ISO_8859_1);
      return start.equals(bytes);
    }
  }

  private static final Pattern DECLARED =
      Pattern.compile(
          "\\A<\\?xml\\s[^>]{0,80}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']");

  /** UTF-32 first: its little-endian mark begins like that of UTF-16. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark(Charset.forName("UTF-32LE"), "\u00ff\u00fe\0\0"),
          new Mark(Charset.forName("UTF-32BE"), "\0\0\u00fe\u00ff"),
          new Mark(UTF_8, "\u00ef\u00bb\u00bf"),
          new Mark(UTF_16LE, "\u00ff\u00fe"),
          new Mark(UTF_16BE, "\u00fe\u00ff"));

  /** The encoding a mark or a pattern of zeros tells, else UTF-8. */
  static Encoding of(byte[] head) {
    Encoding marked = of(head, UTF_8);
    if (marked.markLength > 0) {
      return marked;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        if ((i & 1) == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    // Mostly Latin text has a zero in every other byte, and nearly none in the others.
    int many = head.length / 4;
    if (odd > many && even * 20 < odd) {
      return new Encoding(UTF_16LE, 0, true);
    }
    if (even > many && odd * 20 < even) {
      return new Encoding(UTF_16BE, 0, true);
    }
    return new Encoding(UTF_8, 0, true);
  }

  /** The encoding an XML declaration names, where the bytes do not tell otherwise. */
  static Encoding ofXml(byte[] head) throws BadInput {
    Encoding seen = of(head);
    Matcher declared = DECLARED.matcher(new String(head, ISO_8859_1));
    if (!seen.assumed || !seen.charset.equals(UTF_8) || !declared.find()) {
      return seen;
    }
    String name = declared.group(1);
    if (!Charset.isSupported(name)) {
      throw new BadInput(1, "is written in '" + name + "', which is not known");
    }
    Charset charset = Charset.forName(name);
    boolean possible =
        charset.canEncode() && "<?xml".equals(new String("<?xml".getBytes(charset), ISO_8859_1));
    if (!possible) {
      throw new BadInput(1, "says it is written in " + name + ", but is not");
    }
    return new Encoding(charset, 0, false);
  }

  /** The encoding a mark tells, else the one given. */
  static Encoding of(byte[] head, Charset given) {
    return MARKS.stream()
        .filter(mark -> mark.starts(head))
        .findFirst()
        .map(mark -> new Encoding(mark.charset(), mark.bytes().length(), false))
        .orElse(new Encoding(given, 0, false));
  }

  /** The charset's name, with advice where it was only assumed. */
  String described() {
    return charset.name()
        + (assumed ? "; if the feed is written otherwise, name its charset in its settings" : "");
  }
}
