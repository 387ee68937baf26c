package devicehub.fleet.server;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Microsoft Graph's list of managed devices, and the place where its tokens come from.
 *
 * <pre>
 * POST /{tenant}/oauth2/v2.0/token                        client credentials, as a form
 * GET  /v1.0/deviceManagement/managedDevices?$top=100     "@odata.nextLink" leads on
 * Authorization: Bearer …
 * </pre>
 */
final class GraphAnswers implements Answers {
  private static final String DEVICES = "/v1.0/deviceManagement/managedDevices";
  private static final String TOKEN = "/" + SampleServers.TENANT + "/oauth2/v2.0/token";

  private final Supplier<Stock> stock;
  private final Faults faults;
  private final Tokens tokens = new Tokens("eyJ0eXAiOiJKV1QifQ.sample.");

  GraphAnswers(Supplier<Stock> stock, Faults faults) {
    this.stock = stock;
    this.faults = faults;
  }

  @Override
  public Reply to(Request request) {
    if (request.path().equals(TOKEN) && request.post()) {
      return token(Request.form(request.body()));
    }
    if (request.path().equals(DEVICES) && request.method().equals("GET")) {
      return devices(request);
    }
    return Reply.json(404, error("ResourceNotFound", "Resource not found for the segment."));
  }

  private Reply token(Map<String, String> form) {
    boolean known =
        "client_credentials".equals(form.get("grant_type"))
            && SampleServers.USER.equals(form.get("client_id"))
            && SampleServers.PASSWORD.equals(form.get("client_secret"))
            && form.containsKey("scope");
    if (!known) {
      return Reply.json(
          401,
          "{\"error\":\"invalid_client\",\"error_description\":"
              + "\"AADSTS7000215: Invalid client secret provided.\",\"error_codes\":[7000215]}");
    }
    return Reply.json(
        200,
        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,"
            + "\"access_token\":\""
            + tokens.issue()
            + "\"}");
  }

  private Reply devices(Request request) {
    String header = request.authorization();
    if (!header.startsWith("Bearer ") || !tokens.accepts(header.substring("Bearer ".length()))) {
      return unauthorized();
    }
    int size = request.number("$top", 1000);
    int page = request.number("$skiptoken", 1);
    if (size < 0 || page < 0) {
      return Reply.json(400, error("BadRequest", "Invalid page size or skip token."));
    }
    List<String> all = stock.get().graph();
    int from = (int) Math.min(all.size(), (page - 1L) * size);
    int to = Math.min(all.size(), from + size);
    if (faults.spend(Fault.EXPIRED_TOKEN_MID_PAGING)) {
      tokens.expireAll();
    }
    String next = next(request.host(), size, page, to < all.size());
    return Reply.json(
        200,
        "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata"
            + "#deviceManagement/managedDevices\",\"@odata.count\":"
            + (to - from)
            + (next.isEmpty() ? "" : ",\"@odata.nextLink\":\"" + next + "\"")
            + ",\"value\":["
            + String.join(",", all.subList(from, to))
            + "]}");
  }

  private String next(String host, int size, int page, boolean more) {
    boolean loop = faults.has(Fault.NEXT_LOOP);
    boolean foreign = faults.has(Fault.FOREIGN_NEXT);
    if (!more && !loop && !foreign) {
      return "";
    }
    return "http://"
        + (foreign ? "elsewhere.invalid" : host)
        + DEVICES
        + "?$top="
        + size
        + "&$skiptoken="
        + (loop ? page : page + 1);
  }

  private static String error(String code, String message) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";
  }

  @Override
  public Reply unauthorized() {
    return Reply.json(
        401, error("InvalidAuthenticationToken", "Access token has expired or is not yet valid."));
  }

  @Override
  public Reply tooMany() {
    return Reply.json(429, error("TooManyRequests", "Too many requests."));
  }
}
