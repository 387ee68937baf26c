package devicehub.device;

import java.util.Optional;

/**
 * A value by which one side knows a device. Equality is that of {@link #comparable()}; {@link
 * #shown()} keeps the value as it came.
 *
 * <pre>
 *   SerialNumber  F17LTTCGFFG8            enrolment; mail ids "Appl" + serial carry it
 *   Imei          351623070066166         14 digits count, the 15th is a check digit
 *   EasDeviceId   JUQGGDFCDD29R3H003TJA63E10   what a mail client registers with
 *   ManagementId  Androidf32e71a6721a886c the MDM's own id of the device
 *   Udid          00008110-000A1D2E3C4F801E
 * </pre>
 */
public sealed interface Identifier permits SerialNumber, Imei, EasDeviceId, ManagementId, Udid {
  /** Ids shorter than this tell too few devices apart to prove anything. */
  int MIN_LENGTH = 6;

  /** MS-ASHTTP limits a DeviceId to 32 characters; other ids may be longer, none is this long. */
  int MAX_LENGTH = 128;

  String shown();

  /** What the people who read a report call this kind of id. */
  String kind();

  default String comparable() {
    return IdText.fold(shown());
  }

  /** The hash two equal identifiers share, whatever their kinds. */
  default long hash() {
    return IdText.hash(shown());
  }

  /** Says why a value is no identifier, or nothing if it is one. */
  static Optional<String> flaw(String value) {
    int length = value.length();
    boolean plain = length >= MIN_LENGTH && length <= MAX_LENGTH && IdText.isPlain(value);
    return plain && !Placeholder.isUnfolded(value) && !isEmulator(value)
        ? Optional.empty()
        : flawOfFolded(IdText.fold(value));
  }

  /** {@code EMULATOR31X2X10X0}: the version of the program, which all its machines have. */
  private static boolean isEmulator(String value) {
    return value.regionMatches(true, 0, "emulator", 0, 8);
  }

  private static Optional<String> flawOfFolded(String folded) {
    if (Placeholder.is(folded)) {
      return Optional.of("is a placeholder");
    }
    if (isEmulator(folded)) {
      return Optional.of("is that of every emulator");
    }
    if (folded.length() < MIN_LENGTH) {
      return Optional.of("is shorter than " + MIN_LENGTH + " characters");
    }
    if (folded.length() > MAX_LENGTH) {
      return Optional.of("is longer than " + MAX_LENGTH + " characters");
    }
    if (IdText.hidesCharacters(folded)) {
      return Optional.of("holds invisible characters");
    }
    return Optional.empty();
  }
}
