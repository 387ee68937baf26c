package devicehub.ldap;

import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.BasicAttribute;
import javax.naming.directory.SearchResult;
import org.jspecify.annotations.Nullable;

/**
 * Reads on where Active Directory gives an attribute in part, as it does with more than 1,500
 * values (its MaxValRange; MS-ADTS 3.1.1.3.1.3.3).
 *
 * <pre>
 *   asked  proxyAddresses                 given  proxyAddresses (empty), proxyAddresses;range=0-1499
 *   asked  proxyAddresses;range=1500-*    given  proxyAddresses;range=1500-2999
 *   asked  proxyAddresses;range=3000-*    given  proxyAddresses;range=3000-*        the rest
 * </pre>
 */
final class Ranges {
  private static final Pattern RANGE =
      Pattern.compile(";range=(\\d{1,9})-(\\*|\\d{1,9})", Pattern.CASE_INSENSITIVE);

  /** Gives one attribute of one entry, as the server answers. */
  interface Source {
    Attributes ask(String entry, String attribute) throws NamingException;
  }

  private final Source source;

  Ranges(Source source) {
    this.source = source;
  }

  /**
   * Puts every attribute that came in part in its entry as a whole, under its plain name.
   *
   * @throws NamingException if the server does not give the rest; a part is never taken for all
   */
  void complete(SearchResult entry) throws NamingException {
    Attributes given = entry.getAttributes();
    for (Attribute part : Collections.list(given.getAll())) {
      if (!RANGE.matcher(part.getID()).find()) {
        continue;
      }
      Attribute whole = whole(entry.getNameInNamespace(), part);
      given.remove(part.getID());
      given.put(whole);
    }
  }

  private Attribute whole(String entry, Attribute first) throws NamingException {
    String name = RANGE.matcher(first.getID()).replaceFirst("");
    Attribute whole = new BasicAttribute(name, true);
    Attribute part = first;
    int last = last(part, 0);
    addAll(part, whole);
    while (last >= 0) {
      int next = last + 1;
      part = next(source.ask(entry, name + ";range=" + next + "-*"), name, next);
      last = last(part, next);
      addAll(part, whole);
    }
    return whole;
  }

  private static void addAll(Attribute part, Attribute whole) throws NamingException {
    for (Object value : Collections.list(part.getAll())) {
      whole.add(value);
    }
  }

  private static Attribute next(Attributes answer, String name, int from) throws NamingException {
    for (Attribute attribute : Collections.list(answer.getAll())) {
      Matcher range = RANGE.matcher(attribute.getID());
      if (range.find() && range.replaceFirst("").equalsIgnoreCase(name)) {
        return attribute;
      }
    }
    throw stuck(name, from, null);
  }

  /** The place of a part's last value; -1 if no other part follows. */
  private static int last(Attribute part, int from) throws NamingException {
    Matcher range = RANGE.matcher(part.getID());
    if (!range.find() || Integer.parseInt(range.group(1)) != from) {
      throw stuck(range.replaceFirst(""), from, part);
    }
    if (range.group(2).equals("*")) {
      return -1;
    }
    int last = Integer.parseInt(range.group(2));
    if (last < from) {
      throw stuck(range.replaceFirst(""), from, part);
    }
    return last;
  }

  /** Says what is missing, and not of whom: this reaches the logs. */
  private static NamingException stuck(String name, int from, @Nullable Attribute part) {
    return new NamingException(
        "an entry has more than %d values of %s, but asked for range=%d-* the server gave %s"
            .formatted(from, name, from, part == null ? "none" : part.getID()));
  }
}
