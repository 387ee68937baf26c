package devicehub.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to ask a feed's server. Addresses are whole and checked; only {@code ${samples.url}} may
 * still stand for the sample servers, until {@link #samplesAt} names them.
 *
 * <pre>
 *   first  https://services.fiberlink.com/device-apis/devices/2.0/search/customer/30012345?pageSize=250
 *   token  https://services.fiberlink.com/auth-apis/auth/2.0/authenticate/customer/30012345
 * </pre>
 *
 * @param first the address of the first page
 * @param tokenUrl where to log in; empty for logins that need no token
 * @param serviceAccount who logs in with a signature; empty for other logins
 * @param subject whom a service account acts for; empty where for itself
 * @param pageParameter the query parameter that counts pages; empty where pages name the next
 * @param firstPage the number of the first page, 1 or 0
 * @param tokenParameter the query parameter that takes the token by which a page names the next;
 *     empty where pages name the next by its address
 * @param headers sent with every request besides the login's own
 * @param timeout for the whole poll
 * @param incremental how to ask for what changed; empty where everything is asked for each time
 */
public record HttpConfig(
    Login login,
    String first,
    String tokenUrl,
    String user,
    String password,
    String token,
    String clientId,
    String clientSecret,
    String scope,
    Optional<ServiceAccount> serviceAccount,
    String subject,
    Maas360Account maas360,
    String pageParameter,
    int firstPage,
    String tokenParameter,
    Map<String, String> headers,
    Duration timeout,
    Optional<IncrementalConfig> incremental) {

  /** How the server wants to be convinced. */
  public enum Login {
    NONE,
    /** User and password with every request. */
    BASIC,
    /** A fixed bearer token with every request. */
    TOKEN,
    /** OAuth 2.0 client credentials. */
    OAUTH2,
    /** A service account's signature for a token (RFC 7523), as Google wants it. */
    SERVICE_ACCOUNT,
    /** IBM MaaS360's authentication service. */
    MAAS360
  }

  /** What MaaS360's login asks for besides user and password; empty for other logins. */
  public record Maas360Account(
      String billingId, String platformId, String appId, String appVersion, String accessKey) {}

  /** This configuration with the sample servers' address filled in. */
  public HttpConfig samplesAt(String url) {
    return new HttpConfig(
        login,
        first.replace(Placeholders.SAMPLES, url),
        tokenUrl.replace(Placeholders.SAMPLES, url),
        user,
        password,
        token,
        clientId,
        clientSecret,
        scope,
        serviceAccount,
        subject,
        maas360,
        pageParameter,
        firstPage,
        tokenParameter,
        headers,
        timeout,
        incremental);
  }

  /** Whether the sample servers are asked. */
  public boolean asksSamples() {
    return (first + tokenUrl).contains(Placeholders.SAMPLES);
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return login + " " + first;
  }
}
