package devicehub.fleet.server;

/** Whose answers are given. */
public enum Service {
  MAAS360,
  TRAVELER,
  GRAPH
}
