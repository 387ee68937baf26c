package devicehub.decision;

import java.time.Instant;

/**
 * A person's word that a held cycle may be written, and why. Appended, never changed.
 *
 * @param id ascending; 0 before the log gave one
 * @param held the id of the held cycle
 */
public record CycleRelease(long id, long held, String by, String note, Instant at) {
  public CycleRelease with(long newId) {
    return new CycleRelease(newId, held, by, note, at);
  }
}
