package devicehub.fleet;

/** Which MDM's records a fleet is written as. */
public enum Shape {
  MAAS360("maas360"),
  INTUNE("intune");

  final String feed;

  Shape(String feed) {
    this.feed = feed;
  }
}
