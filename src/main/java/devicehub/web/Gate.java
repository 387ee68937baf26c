package devicehub.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request passes: it must be meant for this host, and show the token. Health is open to
 * all; the numbers of {@code /metrics} to this machine.
 *
 * <pre>
 *   Authorization: Bearer 6pZ0…    programs, for everything
 *   /?token=6pZ0…                  a browser, once; it gets a cookie that can only read
 * </pre>
 */
final class Gate implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String BEARER = "Bearer ";
  private static final String TOKEN = "token=";

  /** The page brings its own, narrower policy for styles. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final AccessToken token;
  private final Set<String> hosts;

  /**
   * @param hosts by what names browsers may call this host; empty for any
   */
  Gate(AccessToken token, Set<String> hosts) {
    this.token = token;
    this.hosts = Set.copyOf(hosts);
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answered;
    protect(response);
    if (!hosts.isEmpty() && !hosts.contains(request.getServerName())) {
      // A foreign name that leads here is how a web page reaches into a machine.
      Answer.error(response, 421, "this host is not called so; use 127.0.0.1 or localhost");
    } else if (!READING.contains(request.getMethod()) && !"POST".equals(request.getMethod())) {
      Answer.error(response, 405, "only GET, HEAD and POST are answered");
    } else if (isForeign(request)) {
      Answer.error(response, 403, "requests from other sites' pages are not answered");
    } else if (isLogin(request)) {
      login(request, response);
    } else if (!isOpen(request) && !isKnown(request)) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"devicehub\"");
      Answer.error(
          response,
          401,
          "the token is missing or wrong: open the address that the hub printed when it started, or"
              + " send 'Authorization: Bearer' with what is in the token file");
    } else {
      pass(request, response, chain);
    }
  }

  /** Whatever goes wrong further in ends here: told without what was asked, which may be secret. */
  private static void pass(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      LOG.error("a request to {} failed", request.getServletPath(), e);
      Answer.error(response, 500, "the hub failed at this; its log says more");
    }
  }

  private static void protect(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
  }

  /** Browsers say where a page's request comes from; programs do not. */
  private static boolean isForeign(HttpServletRequest request) {
    @Nullable String origin = request.getHeader("Origin");
    if (origin == null || READING.contains(request.getMethod())) {
      return false;
    }
    try {
      return !String.valueOf(URI.create(origin).getAuthority()).equals(request.getHeader("Host"));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static boolean isOpen(HttpServletRequest request) throws IOException {
    return switch (request.getServletPath()) {
      case "/health" -> true;
      case "/metrics" -> isOfThisMachine(request);
      default -> false;
    };
  }

  /** A proxy on this machine speaks for others, and says so. */
  private static boolean isOfThisMachine(HttpServletRequest request) throws IOException {
    return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null;
  }

  private boolean isKnown(HttpServletRequest request) {
    @Nullable String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(BEARER)) {
      return token.matches(header.substring(BEARER.length()).strip());
    }
    Cookie @Nullable [] cookies = request.getCookies();
    if (cookies == null || !READING.contains(request.getMethod())) {
      return false;
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(cookieName(request)) && token.matchesCookie(cookie.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLogin(HttpServletRequest request) {
    @Nullable String query = request.getQueryString();
    return request.getRequestURI().equals("/")
        && READING.contains(request.getMethod())
        && query != null
        && query.startsWith(TOKEN);
  }

  private void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!token.matches(request.getQueryString().substring(TOKEN.length()))) {
      Answer.error(response, 401, "the token in the address is wrong");
      return;
    }
    response.addHeader(
        "Set-Cookie",
        cookieName(request) + "=" + token.cookie() + "; Path=/; HttpOnly; SameSite=Strict");
    response.setHeader("Location", "/");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }

  /** Two hubs on one machine keep their own. */
  private static String cookieName(HttpServletRequest request) {
    return "devicehub-" + request.getServerPort();
  }
}
