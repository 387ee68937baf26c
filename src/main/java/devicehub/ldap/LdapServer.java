package devicehub.ldap;

import java.time.Duration;

/**
 * A directory server and who asks it.
 *
 * <pre>
 *   ldaps://dc1.acme.example ldaps://dc2.acme.example   CN=hub,OU=Services,DC=acme,DC=example
 * </pre>
 *
 * @param url addresses beginning with {@code ldap}, {@code ldaps} or {@code ldap+starttls};
 *     several, asked in turn until one answers, are separated by blanks
 * @param base where searches begin; for messages
 * @param answer the longest wait for a connection, and for every single answer
 * @param search the longest a search may take, all pages included
 */
public record LdapServer(
    String url, String user, String password, String base, Duration answer, Duration search) {
  private static final String START_TLS = "ldap+starttls:";

  /** Refuses an empty password: servers take such a login for an anonymous one and let it pass. */
  public LdapServer {
    if (user.isBlank() || password.isBlank()) {
      throw new IllegalArgumentException(
          url + ": without user and password a login would count as anonymous (RFC 4513, 5.1.2)");
    }
  }

  boolean startsTls() {
    return url.startsWith(START_TLS);
  }

  /** The addresses as the JDK knows them. */
  String plainUrl() {
    return url.replace(START_TLS, "ldap:");
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
