package devicehub.polling;

import java.util.Map;
import java.util.Optional;

/** How a server wants to be convinced that it may answer. */
public interface Login {
  /** What to send to obtain a token; empty where none is needed or one is at hand. */
  Optional<Request> request();

  /**
   * Takes the answer to {@link #request()}.
   *
   * @throws PollFailedException if the server refuses
   */
  void accept(byte[] answer);

  /** Why the server refuses {@link #request()}, in its words; empty if it does not say. */
  default String refusal(byte[] answer) {
    return "";
  }

  /** The headers that every further request carries. */
  Map<String, String> headers();

  /**
   * Drops a token the server no longer honours.
   *
   * @return whether logging in again may help
   */
  boolean expire();
}
