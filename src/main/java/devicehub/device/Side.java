package devicehub.device;

/** Which half of a device's life a record tells of. */
public enum Side {
  /** Where the device enrolled: an MDM or UEM (MaaS360, Intune, …). */
  ENROLLMENT,
  /** Where the device reads mail: Exchange ActiveSync, HCL Traveler, … */
  MAIL
}
