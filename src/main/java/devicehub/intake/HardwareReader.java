package devicehub.intake;

import devicehub.device.Hardware;

/** Reads the hardware words of a row. Skeleton. */
public final class HardwareReader {
  public Hardware read(HardwareText text) {
    return Hardware.UNKNOWN;
  }
}
