package devicehub.device;

import java.util.List;

/** What few records have to themselves: thousands share each of these. */
record RecordTraits(
    String feed,
    Side side,
    MailClient client,
    Hardware hardware,
    Lifecycle lifecycle,
    List<String> remarks) {

  RecordTraits remarked(List<String> anew) {
    return new RecordTraits(feed, side, client, hardware, lifecycle, anew);
  }
}
