package devicehub.device;

import java.util.Optional;

/** Apple's unique device identifier, or what an MDM reports in its place. */
public record Udid(String shown) implements Identifier {

  /** An identifier, or nothing where the value {@linkplain Identifier#flaw identifies nothing}. */
  public static Optional<Udid> of(String value) {
    return Identifier.flaw(value).isPresent() ? Optional.empty() : Optional.of(new Udid(value));
  }

  @Override
  public String kind() {
    return "UDID";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Udid that && comparable().equals(that.comparable());
  }

  @Override
  public int hashCode() {
    return comparable().hashCode();
  }
}
