package devicehub.web;

import devicehub.inventory.Delivery;
import devicehub.inventory.Snapshot.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a delivery out of a request; of its headers only the three that are named here. */
final class FeedRequest {
  private static final DateTimeFormatter ARRIVED =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private FeedRequest() {}

  /** The one name in the path after {@code /feeds/}; empty if there is none. */
  static String feed(HttpServletRequest request) {
    @Nullable String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  static Delivery delivery(HttpServletRequest request, long limitBytes)
      throws IOException, BadRequestException {
    String feed = feed(request);
    Optional<Kind> kind = kind(request.getQueryString());
    if (lower(request.getContentType()).startsWith("multipart/")) {
      throw new BadRequestException(
          415, "a form was sent; send the file itself as the body, as curl -T does");
    }
    if (request.getContentLengthLong() > limitBytes) {
      throw new TooLargeException(limitBytes);
    }
    return new Delivery(feed, kind, name(feed, request), body(request, limitBytes));
  }

  /** Every other parameter is refused: a misspelt mode must not replace a feed by a delta. */
  private static Optional<Kind> kind(@Nullable String query) throws BadRequestException {
    if (query == null || query.isEmpty()) {
      return Optional.empty();
    }
    return switch (query) {
      case "mode=full" -> Optional.of(Kind.FULL);
      case "mode=delta" -> Optional.of(Kind.DELTA);
      default ->
          throw new BadRequestException(
              400, "the address may end in ?mode=full or ?mode=delta, and nothing else");
    };
  }

  private static InputStream body(HttpServletRequest request, long limitBytes)
      throws IOException, BadRequestException {
    InputStream body = new LimitedInputStream(request.getInputStream(), limitBytes);
    switch (lower(request.getHeader("Content-Encoding"))) {
      case "", "identity" -> {
        return body; // compressed content is known by its start, and expanded
      }
      case "gzip", "x-gzip" -> {
        PushbackInputStream zipped = new PushbackInputStream(body, 2);
        byte[] start = zipped.readNBytes(2);
        zipped.unread(start);
        if (start.length < 2 || (start[0] & 0xFF) != 0x1F || (start[1] & 0xFF) != 0x8B) {
          throw new BadRequestException(400, "the body is not gzip, as Content-Encoding says");
        }
        return zipped;
      }
      default -> throw new BadRequestException(415, "of Content-Encoding only gzip is known");
    }
  }

  /** Names that differ where the sender gives none, since pages are told apart by name. */
  private static String name(String feed, HttpServletRequest request) {
    @Nullable String name = request.getHeader("X-File-Name");
    return name == null || name.isBlank() ? feed + "-" + ARRIVED.format(Instant.now()) : name;
  }

  private static String lower(@Nullable String header) {
    return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
  }
}
