package devicehub;

import devicehub.decision.Forgotten;

/**
 * What a purge took away.
 *
 * @param snapshots how many let go of their raw input
 * @param files how many pieces of raw input nothing points to any more
 * @param setAside how many files that could not be read
 * @param messages how many that had been sent
 */
public record Purged(int snapshots, int files, int setAside, int messages, Forgotten forgotten) {
  @Override
  public String toString() {
    return ("raw input of %d snapshots in %d files, %d files set aside, %d sent messages,"
            + " %d cleared exceptions, %d retracted merges, %d overridden decisions")
        .formatted(
            snapshots,
            files,
            setAside,
            messages,
            forgotten.exceptions(),
            forgotten.merges(),
            forgotten.decisions());
  }
}
