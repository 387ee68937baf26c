package devicehub.decision;

import devicehub.device.DeviceRecord;

/**
 * Two records decided to be one device.
 *
 * @param rule the rule that spoke, or {@code reviewer}
 */
public record Merge(DeviceRecord enrollment, DeviceRecord mail, String rule, Authority authority) {
  public Pair pair() {
    return new Pair(enrollment.key(), mail.key());
  }
}
