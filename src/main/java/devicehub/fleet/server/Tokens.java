package devicehub.fleet.server;

import java.util.HashSet;
import java.util.Set;

/** Tokens handed out and not yet expired. */
final class Tokens {
  private final String prefix;
  private final Set<String> valid = new HashSet<>();
  private int issued;

  Tokens(String prefix) {
    this.prefix = prefix;
  }

  synchronized String issue() {
    String token = prefix + ++issued;
    valid.add(token);
    return token;
  }

  synchronized boolean accepts(String token) {
    return valid.contains(token);
  }

  synchronized void expireAll() {
    valid.clear();
  }
}
