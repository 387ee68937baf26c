package devicehub.device;

import java.util.Optional;

/** The number the maker gave one device. Hardware: it survives a reset and a new enrolment. */
public record SerialNumber(String shown) implements Identifier {

  /** An identifier, or nothing where the value {@linkplain Identifier#flaw identifies nothing}. */
  public static Optional<SerialNumber> of(String value) {
    return Identifier.flaw(value).isPresent()
        ? Optional.empty()
        : Optional.of(new SerialNumber(value));
  }

  @Override
  public String kind() {
    return "serial number";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SerialNumber that && comparable().equals(that.comparable());
  }

  @Override
  public int hashCode() {
    return comparable().hashCode();
  }
}
