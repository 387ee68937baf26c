package devicehub.polling;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The part of an address after the question mark. */
final class Query {
  private Query() {}

  /** The address with one more parameter. */
  static URI with(URI address, String parameter, String value) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery() + "&";
    // A plus stands for a blank in forms alone; not every server takes it for one elsewhere.
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    return address.resolve(address.getRawPath() + "?" + query + parameter + "=" + encoded);
  }
}
