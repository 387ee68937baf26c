package devicehub.config;

import java.time.Duration;
import java.util.List;

/**
 * How to ask a directory for a feed's entries.
 *
 * <pre>
 *   url     ldaps://dc1.acme.example ldaps://dc2.acme.example
 *   base    DC=acme,DC=example
 *   filter  (&amp;(objectClass=person)(mail=*))
 * </pre>
 *
 * @param url where the directory is; several addresses, asked in turn, are separated by blanks
 * @param user the DN or, at Active Directory, the UPN to log in as
 * @param base the DN below which everything is searched
 * @param filter which entries are wanted (RFC 4515)
 * @param attributes what is wanted of them
 * @param pageSize how many entries to ask for at a time; Active Directory gives at most 1,000
 * @param timeout for connecting, and for every single answer
 */
public record LdapConfig(
    String url,
    String user,
    String password,
    String base,
    String filter,
    List<String> attributes,
    int pageSize,
    Duration timeout) {

  /** Without what is secret. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
