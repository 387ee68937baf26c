package devicehub.ldap;

import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.PartialResultException;
import javax.naming.directory.SearchResult;

/**
 * What a search finds. Active Directory closes every search from a domain's root with references to
 * other servers, whatever it is asked; told to ignore these, the JDK still ends in a {@link
 * PartialResultException} behind the last entry. Here the search is over then, and complete. So is
 * every entry: of what came in part, the rest is asked for.
 */
final class Findings implements NamingEnumeration<SearchResult> {
  private final NamingEnumeration<SearchResult> found;
  private final Connection connection;
  private final Ranges ranges;

  Findings(NamingEnumeration<SearchResult> found, Connection connection) {
    this.found = found;
    this.connection = connection;
    this.ranges = new Ranges(connection::attribute);
  }

  @Override
  public boolean hasMore() throws NamingException {
    connection.checkTime();
    try {
      return found.hasMore();
    } catch (PartialResultException e) {
      return false;
    }
  }

  @Override
  public SearchResult next() throws NamingException {
    SearchResult entry = found.next();
    ranges.complete(entry);
    return entry;
  }

  @Override
  public boolean hasMoreElements() {
    return found.hasMoreElements();
  }

  /** Has no way to tell that the rest of an entry cannot be had, so nobody may ask this way. */
  @Override
  public SearchResult nextElement() {
    throw new UnsupportedOperationException("ask next()");
  }

  @Override
  public void close() throws NamingException {
    found.close();
  }
}
