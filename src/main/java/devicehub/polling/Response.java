package devicehub.polling;

import java.io.InputStream;

/**
 * What a server answered.
 *
 * @param contentType as sent, or empty
 * @param retryAfter the Retry-After header as sent, or empty
 */
public record Response(int status, String contentType, String retryAfter, InputStream body) {}
