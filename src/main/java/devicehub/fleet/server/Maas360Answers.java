package devicehub.fleet.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IBM MaaS360's web services: a token for a name and a password, and the device search in its two
 * versions.
 *
 * <pre>
 * POST /auth-apis/auth/1.0/authenticate/{billingId}               refused logins are status 200 too
 * POST /auth-apis/auth/2.0/authenticate/customer/{billingId}      takes and gives refresh tokens
 * GET  /device-apis/devices/1.0/search/{billingId}                50 devices a page
 * GET  /device-apis/devices/2.0/search/customer/{billingId}       250 devices a page
 *      ?lastReportedAfterInEpochms=…   only what reported later   ?sortAttribute=…&sortOrder=asc|dsc
 * Authorization: MaaS token="…"
 * </pre>
 *
 * The text of its errors is not documented where we could read it; the codes here are invented.
 */
final class Maas360Answers implements Answers {
  private static final Pattern LOGIN =
      Pattern.compile("/auth-apis/auth/(1\\.0/authenticate|2\\.0/authenticate/customer)/([^/]+)");
  private static final Pattern SEARCH =
      Pattern.compile("/device-apis/devices/(1\\.0/search|2\\.0/search/customer)/([^/]+)");
  private static final Set<String> SORTED_BY = Set.of("lastReported", "installedDate");
  private static final Pattern HEADER = Pattern.compile("MaaS token=\"([^\"]+)\"");

  private final Supplier<Stock> stock;
  private final Faults faults;
  private final Tokens tokens = new Tokens("8f0c2e1a-maas-");
  private final Tokens refreshTokens = new Tokens("8f0c2e1a-refresh-");

  private Stock parsedStock = Stock.empty();
  private List<JsonNode> parsed = List.of();

  Maas360Answers(Supplier<Stock> stock, Faults faults) {
    this.stock = stock;
    this.faults = faults;
  }

  @Override
  public Reply to(Request request) {
    Matcher login = LOGIN.matcher(request.path());
    if (login.matches() && request.post()) {
      return login(request, login.group(2), login.group(1).startsWith("2.0"));
    }
    Matcher search = SEARCH.matcher(request.path());
    if (search.matches() && request.method().equals("GET")) {
      return search(request, search.group(1).startsWith("2.0") ? 250 : 50);
    }
    return Reply.notFound();
  }

  private Reply login(Request request, String billingId, boolean refreshable) {
    boolean known =
        billingId.equals(SampleServers.BILLING_ID)
            && field(request.body(), "billingID").equals(billingId)
            && field(request.body(), "userName").equals(SampleServers.USER)
            && (field(request.body(), "password").equals(SampleServers.PASSWORD)
                || refreshTokens.accepts(field(request.body(), "refreshToken")));
    boolean json = wantsJson(request);
    if (!known) {
      String text = "Invalid credentials";
      return json
          ? Reply.json(
              200, "{\"authResponse\":{\"errorCode\":1001,\"errorDesc\":\"" + text + "\"}}")
          : Reply.xml(
              "<authResponse><errorCode>1001</errorCode><errorDesc>"
                  + text
                  + "</errorDesc></authResponse>");
    }
    String token = tokens.issue();
    String refresh = refreshable ? refreshTokens.issue() : "";
    if (json) {
      String more = refreshable ? ",\"refreshToken\":\"" + refresh + "\"" : "";
      return Reply.json(
          200, "{\"authResponse\":{\"authToken\":\"" + token + "\",\"errorCode\":0" + more + "}}");
    }
    String more = refreshable ? "<refreshToken>" + refresh + "</refreshToken>" : "";
    return Reply.xml(
        "<authResponse><authToken>"
            + token
            + "</authToken><errorCode>0</errorCode>"
            + more
            + "</authResponse>");
  }

  private static String field(String body, String name) {
    Matcher json = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(body);
    if (json.find()) {
      return json.group(1);
    }
    Matcher xml = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(body);
    return xml.find() ? xml.group(1) : "";
  }

  private static boolean wantsJson(Request request) {
    return request.accept().contains("application/json");
  }

  private Reply search(Request request, int usualSize) {
    Matcher header = HEADER.matcher(request.authorization());
    if (!header.matches() || !tokens.accepts(header.group(1))) {
      return unauthorized();
    }
    int page = request.number("pageNumber", 1);
    int size = request.number("pageSize", usualSize);
    if (page < 0 || size < 0 || size > 250) {
      return Reply.html(400, "<html><body><h1>400 Bad Request</h1></body></html>");
    }
    List<JsonNode> found = found(request);
    int shown = faults.has(Fault.NEXT_LOOP) ? 1 : page;
    int from = (int) Math.min(found.size(), (shown - 1L) * size);
    List<JsonNode> held = found.subList(from, Math.min(found.size(), from + size));
    if (faults.spend(Fault.EXPIRED_TOKEN_MID_PAGING)) {
      tokens.expireAll();
    }
    return wantsJson(request)
        ? Reply.json(200, Maas360Text.json(held, found.size(), page))
        : Reply.xml(Maas360Text.xml(held, found.size(), page));
  }

  private List<JsonNode> found(Request request) {
    String since = request.query().getOrDefault("lastReportedAfterInEpochms", "");
    long after = since.matches("[0-9]{1,18}") ? Long.parseLong(since) : -1;
    List<JsonNode> found =
        devices().stream().filter(device -> after < 0 || lastReported(device) > after).toList();
    String attribute = request.query().getOrDefault("sortAttribute", "");
    if (!SORTED_BY.contains(attribute)) {
      return found;
    }
    Comparator<JsonNode> order =
        Comparator.comparingLong(device -> device.path(attribute + "InEpochms").asLong(0));
    boolean descending = "dsc".equals(request.query().get("sortOrder"));
    return found.stream().sorted(descending ? order.reversed() : order).toList();
  }

  private static long lastReported(JsonNode device) {
    return device.path("lastReportedInEpochms").asLong(0);
  }

  /** Parsed once per stock: a large one is paged through many times. */
  private synchronized List<JsonNode> devices() {
    Stock now = stock.get();
    if (now != parsedStock) {
      parsed = now.maas360().stream().map(Stock::parsed).toList();
      parsedStock = now;
    }
    return parsed;
  }

  @Override
  public Reply unauthorized() {
    return Reply.html(401, "<html><body><h1>401 Unauthorized</h1></body></html>");
  }

  @Override
  public Reply tooMany() {
    return Reply.html(429, "<html><body><h1>429 Too Many Requests</h1></body></html>");
  }
}
