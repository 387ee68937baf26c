package devicehub.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The look of the page, carried inside it. The page's policy names this one style sheet by its
 * SHA-256 and allows nothing else: no script, no image, no form, no address to send anything to.
 */
final class PageStyle {
  static final PageStyle CALM = new PageStyle("exceptions.css");

  private final String sheet;

  private PageStyle(String resource) {
    try (InputStream in = PageStyle.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      this.sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  void head(String title, HtmlText page) throws IOException {
    page.put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.put("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", policy());
    page.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.put("<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.put("<title>{}</title>\n<style>", title);
    page.put(sheet);
    page.put("</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n", title);
  }

  private String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(sheet)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
