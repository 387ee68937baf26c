package devicehub.device;

import java.util.Optional;

/**
 * The id an MDM gave the device; MaaS360 makes it of {@code Appl} + serial or {@code Android} + 16
 * hex.
 */
public record ManagementId(String shown) implements Identifier {

  /** An identifier, or nothing where the value {@linkplain Identifier#flaw identifies nothing}. */
  public static Optional<ManagementId> of(String value) {
    return Identifier.flaw(value).isPresent()
        ? Optional.empty()
        : Optional.of(new ManagementId(value));
  }

  @Override
  public String kind() {
    return "MDM device id";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ManagementId that && comparable().equals(that.comparable());
  }

  @Override
  public int hashCode() {
    return comparable().hashCode();
  }
}
