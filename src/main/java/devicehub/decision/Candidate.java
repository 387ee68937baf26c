package devicehub.decision;

import devicehub.device.RecordKey;
import java.util.List;

/**
 * A record that might be the other half, and what speaks for and against it.
 *
 * @param score ranks candidates among themselves, 0 to 100; it never merges anything
 */
public record Candidate(RecordKey record, String label, int score, List<Finding> findings) {}
