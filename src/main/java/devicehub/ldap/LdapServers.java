package devicehub.ldap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.naming.NamingException;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.LdapContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.ldap.LdapHelper;
import org.apache.camel.spi.Registry;

/**
 * The bean {@code ldap}, and the directories that routes search by the names of their feeds: {@code
 * ldap:feed.people} searches the directory of the feed {@code people}.
 */
public final class LdapServers {
  private static final String NAME = "feed.";

  private final Map<String, LdapServer> servers;

  /**
   * @param servers by the names of their feeds
   */
  public LdapServers(Map<String, LdapServer> servers) {
    this.servers = new TreeMap<>(servers);
  }

  /** Makes the directories known to routes. Each search gets, and closes, its own connection. */
  public void bindTo(Registry registry) {
    servers.forEach(
        (feed, server) ->
            registry.bindAsPrototype(NAME + feed, LdapContext.class, () -> open(server)));
  }

  private static LdapContext open(LdapServer server) {
    try {
      return Connection.open(server);
    } catch (NamingException e) {
      throw new RuntimeCamelException(e);
    }
  }

  /** What a search found, one JSON record a line; the same entries are always the same bytes. */
  public byte[] lines(List<SearchResult> results) throws NamingException, IOException {
    return Entries.lines(results);
  }

  /** Says in one line why a feed's directory gave nothing. */
  public String reason(String feed, Throwable trouble) {
    LdapServer server = servers.get(feed);
    if (server == null) {
      throw new IllegalArgumentException(
          "feed " + feed + " has no 'ldap' block in feeds.yaml; there are " + servers.keySet());
    }
    return Reason.of(server, trouble);
  }

  /**
   * A value for a filter that a route builds: it stands for itself, and cannot widen the search.
   */
  public String escaped(String value) {
    return LdapHelper.escapeFilter(value);
  }
}
