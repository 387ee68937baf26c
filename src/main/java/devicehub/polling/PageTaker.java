package devicehub.polling;

import java.io.IOException;
import java.io.InputStream;

/** Takes one page in, and says what it told of the pages to come. */
@FunctionalInterface
public interface PageTaker {
  /**
   * @param name what to call the page in messages
   */
  Page take(String name, InputStream body) throws IOException;
}
