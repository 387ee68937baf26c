package devicehub.inventory;

/**
 * One piece of raw input, kept unchanged under its content: a file, or one page of a polled answer.
 *
 * @param sha256 lower-case hex of the content's SHA-256, which is also its name in the raw store
 * @param name what it was called when it came
 */
public record RawPart(String sha256, String name, long bytes) {}
