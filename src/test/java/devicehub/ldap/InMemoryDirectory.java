package devicehub.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.SearchResultReference;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.naming.directory.SearchResult;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** A directory in memory, searched as routes search it: by camel-ldap, on the loopback. */
final class InMemoryDirectory implements AutoCloseable {
  static final String BASE = "dc=acme,dc=example";
  static final String USER = "cn=hub,dc=acme,dc=example";
  static final String PASSWORD = "secret";
  private static final Duration LONG = Duration.ofSeconds(20);

  private final InMemoryDirectoryServer server;

  /** What a test may want otherwise. */
  static final class Wishes {
    private int sizeLimit;
    private boolean referring;
    private int valuesAtOnce;
    private @Nullable SSLContext encryption;

    Wishes sizeLimit(int entries) {
      sizeLimit = entries;
      return this;
    }

    /** Ends every search with a reference to another server, as Active Directory does. */
    Wishes referring() {
      referring = true;
      return this;
    }

    /** Gives no more values of an attribute at once, as Active Directory does. */
    Wishes valuesAtOnce(int count) {
      valuesAtOnce = count;
      return this;
    }

    Wishes encrypting(SSLContext context) {
      encryption = context;
      return this;
    }
  }

  private InMemoryDirectory(InMemoryDirectoryServer server) {
    this.server = server;
  }

  static InMemoryDirectory start() throws Exception {
    return start(new Wishes());
  }

  static InMemoryDirectory start(Wishes wishes) throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
    config.setSchema(null);
    config.addAdditionalBindCredentials(USER, PASSWORD);
    config.setAuthenticationRequiredOperationTypes(EnumSet.of(OperationType.SEARCH));
    config.setMaxSizeLimit(wishes.sizeLimit);
    if (wishes.referring) {
      config.addInMemoryOperationInterceptor(new Referring());
    }
    if (wishes.valuesAtOnce > 0) {
      config.addInMemoryOperationInterceptor(new InParts(wishes.valuesAtOnce));
    }
    InetAddress loopback = InetAddress.getLoopbackAddress();
    SSLContext encryption = wishes.encryption;
    if (encryption == null) {
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig("plain", loopback, 0, null));
    } else {
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "plain", loopback, 0, encryption.getSocketFactory()),
          InMemoryListenerConfig.createLDAPSConfig(
              "tls",
              loopback,
              0,
              encryption.getServerSocketFactory(),
              encryption.getSocketFactory()));
    }
    InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
    server.add("dn: " + BASE, "objectClass: domain", "dc: acme");
    server.startListening();
    return new InMemoryDirectory(server);
  }

  private static final class Referring extends InMemoryOperationInterceptor {
    @Override
    public void processSearchResult(InMemoryInterceptedSearchResult result) {
      try {
        result.sendSearchReference(
            new SearchResultReference(
                new String[] {"ldap://other.invalid/dc=other,dc=example"}, null));
      } catch (LDAPException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  InMemoryDirectory add(String dn, Attribute... attributes) throws LDAPException {
    server.add(new Entry(dn, attributes));
    return this;
  }

  /** Adds {@code count} people: uid=p0, uid=p1 and so on. */
  InMemoryDirectory addPeople(int count) throws LDAPException {
    for (int i = 0; i < count; i++) {
      add("uid=p" + i + "," + BASE, new Attribute("mail", "p" + i + "@acme.example"));
    }
    return this;
  }

  LdapServer asHub() {
    return as("ldap://127.0.0.1:" + server.getListenPort("plain"), PASSWORD);
  }

  LdapServer as(String url, String password) {
    return new LdapServer(url, USER, password, BASE, LONG, LONG);
  }

  int port(String listener) {
    return server.getListenPort(listener);
  }

  /** Searches, and gives the lines found. */
  static List<String> search(LdapServer server, String filter, String options) throws Exception {
    return new String(
            new LdapServers(Map.of()).lines(found(server, filter, options)),
            java.nio.charset.StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  @SuppressWarnings("unchecked") // camel-ldap says so
  static List<SearchResult> found(LdapServer server, String filter, String options) {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      new LdapServers(Map.of("people", server)).bindTo(camel.getRegistry());
      camel.start();
      ProducerTemplate template = camel.createProducerTemplate();
      String uri = "ldap:feed.people?base=RAW(" + server.base() + ")" + options;
      return Objects.requireNonNull(template.requestBody(uri, filter, List.class));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why a search fails, as the feed will tell it. */
  static String failure(LdapServer server, String filter, String options) {
    try {
      found(server, filter, options);
      return "found something";
    } catch (CamelExecutionException e) {
      return new LdapServers(Map.of("people", server))
          .reason("people", Objects.requireNonNull(e.getCause()));
    }
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
