package devicehub.fleet.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * HCL Traveler's administration API.
 *
 * <pre>
 * GET /api/traveler/devices?pm=10     ten rows a page here; "next" leads on, empty at the end
 * GET /api/traveler/devices/{id}      one device: "data" is an object
 * GET /api/traveler/servers
 * </pre>
 *
 * The name and password must come with the first request: its 401 has no WWW-Authenticate, so a
 * client that waits to be asked waits for ever.
 */
final class TravelerAnswers implements Answers {
  private static final String DEVICES = "/api/traveler/devices";
  private static final String CREDENTIALS =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(
                  (SampleServers.USER + ":" + SampleServers.PASSWORD)
                      .getBytes(StandardCharsets.UTF_8));

  private final Supplier<Stock> stock;
  private final Faults faults;
  private boolean refuseOnce;

  TravelerAnswers(Supplier<Stock> stock, Faults faults) {
    this.stock = stock;
    this.faults = faults;
  }

  @Override
  public Reply to(Request request) {
    if (!request.authorization().equals(CREDENTIALS) || refusedOnce()) {
      return unauthorized();
    }
    if (request.path().equals("/api/traveler/servers")) {
      return Reply.json(200, envelope("/api/traveler/servers", "", 1, "[" + server() + "]"));
    }
    if (request.path().equals(DEVICES)) {
      return devices(request);
    }
    return request.path().startsWith(DEVICES + "/")
        ? device(request.path().substring(DEVICES.length() + 1))
        : Reply.notFound();
  }

  private synchronized boolean refusedOnce() {
    boolean refused = refuseOnce;
    refuseOnce = false;
    return refused;
  }

  private Reply devices(Request request) {
    int size = request.number("pm", 100);
    int page = request.number("page", 1);
    if (size < 0 || page < 0) {
      return Reply.html(400, "<html><body><h1>400 Bad Request</h1></body></html>");
    }
    List<String> all = stock.get().traveler();
    int from = (int) Math.min(all.size(), (page - 1L) * size);
    int to = Math.min(all.size(), from + size);
    if (faults.spend(Fault.EXPIRED_TOKEN_MID_PAGING)) {
      synchronized (this) {
        refuseOnce = true;
      }
    }
    String here = DEVICES + "?pm=" + size;
    String data = "[" + String.join(",", all.subList(from, to)) + "]";
    return Reply.json(200, envelope(here, next(here, page, to < all.size()), all.size(), data));
  }

  private String next(String here, int page, boolean more) {
    if (faults.has(Fault.NEXT_LOOP)) {
      return here + "&page=" + page;
    }
    if (faults.has(Fault.FOREIGN_NEXT)) {
      return "http://elsewhere.invalid" + here + "&page=" + (page + 1);
    }
    return more ? here + "&page=" + (page + 1) : "";
  }

  private Reply device(String id) {
    return stock.get().traveler().stream()
        .filter(device -> device.contains("\"deviceid\":\"" + id + "\""))
        .findFirst()
        .map(device -> Reply.json(200, envelope(DEVICES + "/" + id, "", 1, device)))
        .orElseGet(Reply::notFound);
  }

  private static String envelope(String href, String next, int total, String data) {
    return "{\"code\":200,\"message\":\"OK\",\"href\":\""
        + escaped(href)
        + "\",\"next\":\""
        + escaped(next)
        + "\",\"totalRecords\":\""
        + total
        + "\",\"data\":"
        + data
        + "}";
  }

  private static String server() {
    return "{\"availability_index\":\"98\",\"domino_name\":\"CN=TRAVELER01\\/O=Acme\","
        + "\"heart_beat\":\"1769169600000\",\"hostname\":\"traveler01.acme.example\","
        + "\"ip_address\":\"192.0.2.17\",\"number_of_users\":\"7\",\"port\":\"80\","
        + "\"server_status\":\"1\"}";
  }

  private static String escaped(String text) {
    return text.replace("/", "\\/");
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
