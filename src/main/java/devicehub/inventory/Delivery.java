package devicehub.inventory;

import java.io.InputStream;
import java.util.Optional;

/**
 * One input that somebody handed over, to become a feed's snapshot or a page of it.
 *
 * <pre>
 *   feed mailboxes, as the feed usually is, MobileDevices.csv, the bytes as they came
 * </pre>
 *
 * @param kind whether it replaces or amends what the feed said before; empty: as the feed usually
 *     does
 * @param name what the sender called it; told to people, never a path
 */
public record Delivery(
    String feed, Optional<Snapshot.Kind> kind, String name, InputStream content) {
  private static final int LONGEST_NAME = 200;

  /** Takes what shows on no screen, or turns others' text around, out of the name. */
  public Delivery {
    String shown = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
    name = shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown;
    if (name.isEmpty()) {
      name = feed;
    }
  }
}
