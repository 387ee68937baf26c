package devicehub.fleet.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A page of MaaS360's device search. {@code device} is an object for one device, an array for more,
 * and missing for none; {@code pageSize} is the number of devices in this page, whatever was asked
 * for.
 */
final class Maas360Text {
  private Maas360Text() {}

  static String json(List<JsonNode> devices, int count, int page) {
    StringBuilder out = new StringBuilder("{\"devices\":{");
    if (devices.size() == 1) {
      out.append("\"device\":").append(devices.get(0)).append(',');
    } else if (devices.size() > 1) {
      out.append("\"device\":").append(devices).append(',');
    }
    return out.append("\"count\":")
        .append(count)
        .append(",\"pageNumber\":")
        .append(page)
        .append(",\"pageSize\":")
        .append(devices.size())
        .append("}}")
        .toString();
  }

  static String xml(List<JsonNode> devices, int count, int page) {
    StringBuilder out =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><devices>");
    for (JsonNode device : devices) {
      out.append("<device>");
      for (Map.Entry<String, JsonNode> field : device.properties()) {
        element(out, field.getKey(), field.getValue().asText());
      }
      out.append("</device>");
    }
    element(out, "count", Integer.toString(count));
    element(out, "pageNumber", Integer.toString(page));
    element(out, "pageSize", Integer.toString(devices.size()));
    return out.append("</devices>").toString();
  }

  private static void element(StringBuilder out, String name, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    out.append('<').append(name).append('>').append(escaped);
    out.append("</").append(name).append('>');
  }
}
