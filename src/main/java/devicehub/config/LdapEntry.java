package devicehub.config;

import devicehub.intake.FieldMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.component.ldap.LdapHelper;

/**
 * Reads how a directory is asked. What a placeholder brings into the filter is a value, and is
 * escaped there: it can name anybody, but cannot widen the search.
 *
 * <pre>
 *   ldap:
 *     url: ldaps://dc1.acme.example
 *     user: CN=hub,OU=Services,DC=acme,DC=example
 *     password: ${file:/run/secrets/ldap}
 *     base: DC=acme,DC=example
 *     filter: (&amp;(objectClass=person)(memberOf=${MAIL_USERS}))
 * </pre>
 */
final class LdapEntry {
  private static final List<String> KEYS =
      List.of("url", "user", "password", "base", "filter", "attributes", "page-size", "timeout");
  private static final String ATTRIBUTE = "[A-Za-z][A-Za-z0-9-]*(;[A-Za-z0-9-]+)*";

  /** The entry's own name, which comes with every entry and cannot be asked for. */
  private static final String DN = "dn";

  private final Layers ldap;
  private final Placeholders placeholders;

  LdapEntry(Layers ldap, Placeholders placeholders) {
    this.ldap = ldap;
    this.placeholders = placeholders;
  }

  /**
   * @param fields whose columns are the attributes wanted, unless the feed names others
   */
  LdapConfig read(FieldMap fields) {
    ldap.own().allowOnly(KEYS);
    return new LdapConfig(
        read("url", "the directory's address", Values::ldapUrl),
        read("user", "whom to log in as", Values::text),
        read("password", "without one, a login counts as anonymous", Values::text),
        read("base", "the DN to search below", LdapEntry::base),
        filter(),
        attributes(fields),
        value("page-size", "500", Values.number(1, 10_000), 500),
        value("timeout", "5s", Values::duration, Duration.ofSeconds(5)));
  }

  private String read(String key, String why, Function<String, String> reader) {
    Optional<String> text = ldap.text(key);
    if (text.isEmpty()) {
      ldap.own().problem(key, "'" + key + "' is missing: " + why);
      return "";
    }
    try {
      return reader.apply(oneLine(placeholders.fill(text.get())));
    } catch (BadValueException e) {
      ldap.problem(key, "'" + key + "' " + e.getMessage());
      return "";
    }
  }

  private String filter() {
    String filter = filled();
    int open = 0;
    boolean whole = true;
    for (int i = 0; i < filter.length(); i++) {
      open += filter.charAt(i) == '(' ? 1 : filter.charAt(i) == ')' ? -1 : 0;
      // Nothing may stand before the first bracket or behind its partner.
      whole &= open > 0 || i == filter.length() - 1;
    }
    if (open != 0 || !whole) {
      ldap.problem("filter", "'filter' must be a filter such as (&(objectClass=person)(mail=*))");
    }
    return filter;
  }

  private List<String> attributes(FieldMap fields) {
    if (!ldap.own().has("attributes")) {
      return fields.allColumns().stream()
          .filter(column -> column.matches(ATTRIBUTE) && !column.equalsIgnoreCase(DN))
          .toList();
    }
    List<String> names = ldap.own().texts("attributes");
    for (String name : names) {
      if (!name.matches(ATTRIBUTE)) {
        ldap.problem("attributes", "'" + name + "' is no name of an attribute");
      }
    }
    return names;
  }

  private static String base(String text) {
    if (text.indexOf('=') < 1) {
      throw new BadValueException("must be a DN such as DC=acme,DC=example");
    }
    return text;
  }

  private String filled() {
    String all = "(objectClass=*)";
    try {
      return oneLine(placeholders.fill(ldap.text("filter", all), LdapHelper::escapeFilter));
    } catch (BadValueException e) {
      ldap.problem("filter", "'filter' " + e.getMessage());
      return all;
    }
  }

  private static String oneLine(String text) {
    if (text.isBlank()) {
      throw new BadValueException("is empty");
    }
    if (text.chars().anyMatch(c -> c < ' ')) {
      throw new BadValueException("must be one line");
    }
    return text;
  }

  private <T> T value(String key, String usual, Function<String, T> reader, T otherwise) {
    String text = ldap.text(key, usual);
    try {
      return reader.apply(text);
    } catch (BadValueException e) {
      ldap.problem(key, "'" + key + "' is '" + text + "', but " + e.getMessage());
      return otherwise;
    }
  }
}
