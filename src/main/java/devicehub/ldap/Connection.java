package devicehub.ldap;

import java.io.IOException;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.TimeLimitExceededException;
import javax.naming.directory.Attributes;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.StartTlsRequest;
import javax.naming.ldap.StartTlsResponse;
import org.jspecify.annotations.Nullable;

/**
 * A logged-in connection for one search, pages and all. It leaves referrals alone, reads no Java
 * objects out of entries, and ends when its time is up, so that a server that keeps sending pages
 * cannot hold the route.
 */
final class Connection extends InitialLdapContext {
  private static final String READ_TIMEOUT = "com.sun.jndi.ldap.read.timeout";

  static {
    // The JDK reads this once, from here only, and before Java 20 trusts unless told.
    System.setProperty("com.sun.jndi.ldap.object.trustSerialData", "false");
  }

  private final long endNanos;
  private @Nullable StartTlsResponse tls;

  private Connection(LdapServer server, Hashtable<String, String> environment)
      throws NamingException {
    super(environment, null);
    this.endNanos = System.nanoTime() + server.search().toNanos();
  }

  /**
   * Connects and logs in.
   *
   * @throws NamingException if the server does not answer in time, or refuses
   */
  static Connection open(LdapServer server) throws NamingException {
    Hashtable<String, String> environment = environment(server);
    if (!server.startsTls()) {
      environment.putAll(login(server));
      return new Connection(server, environment);
    }
    // Connects without logging in: the password must not travel before the encryption stands.
    Connection connection = new Connection(server, environment);
    try {
      connection.encrypt(server);
      return connection;
    } catch (NamingException | IOException e) {
      connection.close();
      throw e instanceof NamingException refused ? refused : unencrypted((IOException) e);
    }
  }

  private static Hashtable<String, String> environment(LdapServer server) {
    String wait = String.valueOf(server.answer().toMillis());
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
    environment.put(Context.PROVIDER_URL, server.plainUrl());
    environment.put(Context.REFERRAL, "ignore");
    environment.put("java.naming.ldap.attributes.binary", Entries.BINARY);
    environment.put("com.sun.jndi.ldap.connect.timeout", wait);
    environment.put(READ_TIMEOUT, wait);
    return environment;
  }

  private static Hashtable<String, String> login(LdapServer server) {
    Hashtable<String, String> login = new Hashtable<>();
    login.put(Context.SECURITY_AUTHENTICATION, "simple");
    login.put(Context.SECURITY_PRINCIPAL, server.user());
    login.put(Context.SECURITY_CREDENTIALS, server.password());
    return login;
  }

  private void encrypt(LdapServer server) throws NamingException, IOException {
    StartTlsResponse response = (StartTlsResponse) extendedOperation(new StartTlsRequest());
    tls = response;
    response.negotiate();
    for (var entry : login(server).entrySet()) {
      addToEnvironment(entry.getKey(), entry.getValue());
    }
    reconnect(null);
  }

  private static NamingException unencrypted(IOException cause) {
    NamingException failure = new javax.naming.CommunicationException("no encryption");
    failure.setRootCause(cause);
    return failure;
  }

  /** Searches below a DN, which is taken as it is: slashes in it part nothing. */
  @Override
  @SuppressWarnings("BanJNDI") // No objects are asked for, so none are deserialised.
  public NamingEnumeration<SearchResult> search(String base, String filter, SearchControls how)
      throws NamingException {
    how.setReturningObjFlag(false);
    how.setTimeLimit((int) Math.max(1000, millisLeft()));
    return new Findings(super.search(new LdapName(base), filter, how), this);
  }

  /**
   * One attribute of one entry, asked for beside the search that is under way: pages are told apart
   * by controls, and neither may see the other's.
   */
  @SuppressWarnings("BanJNDI") // No objects are asked for, so none are deserialised.
  Attributes attribute(String entry, String name) throws NamingException {
    checkTime();
    LdapContext beside = newInstance(null);
    try {
      return beside.getAttributes(new LdapName(entry), new String[] {name});
    } catch (NameNotFoundException e) {
      // Deleted since the search began; of the search, that would mean that its base is missing.
      return new BasicAttributes();
    } finally {
      beside.close();
    }
  }

  /** Ends a search that takes too long. */
  void checkTime() throws TimeLimitExceededException {
    if (millisLeft() <= 0) {
      throw new TimeLimitExceededException("the search took too long");
    }
  }

  private long millisLeft() {
    return (endNanos - System.nanoTime()) / 1_000_000;
  }

  @Override
  public void close() throws NamingException {
    try {
      if (tls != null) {
        tls.close();
      }
    } catch (IOException e) {
      // The connection is closed all the same, and with it the encryption.
    } finally {
      super.close();
    }
  }
}
