package devicehub.inventory;

import java.util.List;

/**
 * The rows of a full snapshot that the next one leaves out, so that a start need not read both
 * again to learn which records are missing.
 *
 * <pre>
 *   snapshot 812 leaves 3 of 811 out:  {"columns":["DeviceID",…]}  {"line":17,"cells":["JUQG…",…]}  …
 * </pre>
 *
 * @param snapshot the id of the one that leaves them out
 * @param before the ids of the full one before it and of the deltas on top, which held them
 * @param rows as {@code KeptRows} writes them; empty if it leaves nothing out
 */
public record LeftOut(long snapshot, List<Long> before, String rows) {}
