package devicehub.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which pages a server is asked for, however it names them. */
class PagingTest {
  private static final URI FIRST = URI.create("https://mdm.acme.example/devices?size=2");

  /** The queries asked, when the server gives these pages one after the other. */
  private static List<String> asked(Paging paging, Page... pages) {
    List<Page> left = new ArrayList<>(List.of(pages));
    PollSpec spec =
        new PollSpec(
            "feed", FIRST, FixedLogin.none(), paging, Map.of(), Duration.ofMinutes(1), 10, 1000, 0);
    Poll poll = new Poll(spec, (name, body) -> left.remove(0));
    List<String> asked = new ArrayList<>();
    while (poll.hasNext()) {
      asked.add(poll.request().uri().getRawQuery());
      poll.accept(new Response(200, "application/json", "", InputStream.nullInputStream()));
    }
    if (!poll.failure().isEmpty()) {
      asked.add(poll.failure());
    }
    return asked;
  }

  private static Page page(long rows, long total, String next) {
    return new Page(
        rows, total, Optional.of(next).filter(text -> !text.isEmpty()), Optional.empty());
  }

  @Test
  void numbersBeginAtOneUntilTheTotalIsReached() {
    assertThat(asked(new Paging.Numbers("pageNumber", 1), page(2, 3, ""), page(1, 3, "")))
        .containsExactly("size=2&pageNumber=1", "size=2&pageNumber=2");
  }

  @Test
  void numbersMayBeginAtZero() {
    assertThat(asked(new Paging.Numbers("page", 0), page(2, 5, ""), page(2, 5, ""), page(1, 5, "")))
        .containsExactly("size=2&page=0", "size=2&page=1", "size=2&page=2");
  }

  @Test
  void withoutATotalAnEmptyPageIsTheLast() {
    assertThat(asked(new Paging.Numbers("page", 0), page(2, -1, ""), page(0, -1, "")))
        .containsExactly("size=2&page=0", "size=2&page=1");
  }

  @Test
  void aTokenIsSentBackEncoded() {
    assertThat(asked(new Paging.Tokens("pageToken"), page(2, -1, "CAI+AA=="), page(1, -1, "")))
        .containsExactly("size=2", "size=2&pageToken=CAI%2BAA%3D%3D");
  }

  @Test
  void aTokenGivenTwiceEndsThePoll() {
    assertThat(asked(new Paging.Tokens("pageToken"), page(2, -1, "A"), page(2, -1, "A")))
        .containsExactly(
            "size=2", "size=2&pageToken=A", "the pages lead round in a circle to /devices");
  }

  @Test
  void aTokenCannotLeaveTheServer() {
    assertThat(
            asked(
                new Paging.Tokens("pageToken"),
                page(2, -1, "x&y=1#@evil.example/"),
                page(1, -1, "")))
        .containsExactly("size=2", "size=2&pageToken=x%26y%3D1%23%40evil.example%2F");
  }

  @Test
  void aLinkIsFollowed() {
    assertThat(asked(new Paging.Links(), page(2, -1, "/devices?size=2&from=2"), page(1, -1, "")))
        .containsExactly("size=2", "size=2&from=2");
  }
}
