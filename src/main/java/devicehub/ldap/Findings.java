package devicehub.ldap;

import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.PartialResultException;
import javax.naming.directory.SearchResult;

/**
 * What a search finds. Active Directory closes every search from a domain's root with references to
 * other servers, whatever it is asked; told to ignore these, the JDK still ends in a {@link
 * PartialResultException} behind the last entry. Here the search is over then, and complete.
 */
final class Findings implements NamingEnumeration<SearchResult> {
  private final NamingEnumeration<SearchResult> found;
  private final Connection connection;

  Findings(NamingEnumeration<SearchResult> found, Connection connection) {
    this.found = found;
    this.connection = connection;
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
    return found.next();
  }

  @Override
  public boolean hasMoreElements() {
    return found.hasMoreElements();
  }

  @Override
  public SearchResult nextElement() {
    return found.nextElement();
  }

  @Override
  public void close() throws NamingException {
    found.close();
  }
}
