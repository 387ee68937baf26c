package devicehub.decision;

/** How much of the past was forgotten: cleared exceptions, retracted merges, people's decisions. */
public record Forgotten(int exceptions, int merges, int decisions) {}
