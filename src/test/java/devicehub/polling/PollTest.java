package devicehub.polling;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A conversation with a server that does not behave, without a socket. */
class PollTest {
  private static final URI FIRST = URI.create("https://mdm.acme.example/devices");
  private static final URI LOGIN = URI.create("https://mdm.acme.example/login");

  private final List<Request> asked = new ArrayList<>();
  private final Deque<Page> pages = new ArrayDeque<>();
  private Login login = FixedLogin.basic("hub", "secret");
  private Duration timeout = Duration.ofMinutes(1);
  private int maxPages = 100;
  private Paging paging = new Paging.Links();

  private static Page page(String next) {
    return new Page(1, -1, Optional.of(next).filter(n -> !n.isEmpty()), Optional.empty());
  }

  private static Response answer(int status, String body) {
    return answer(status, "application/json", "", body);
  }

  private static Response answer(int status, String type, String retryAfter, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Response(status, type, retryAfter, new ByteArrayInputStream(bytes));
  }

  /** Talks until the poll ends, and returns why it failed; empty if it did not. */
  private String talk(Response... answers) {
    Poll poll =
        new Poll(
            new PollSpec("feed", FIRST, login, paging, Map.of(), timeout, maxPages, 1_000, 2),
            (name, body) -> {
              body.readAllBytes();
              return pages.removeFirst();
            });
    Deque<Response> left = new ArrayDeque<>(List.of(answers));
    while (poll.hasNext() && !left.isEmpty()) {
      asked.add(poll.request());
      poll.accept(left.removeFirst());
    }
    assertThat(left).as("answers nobody asked for").isEmpty();
    assertThat(poll.hasNext()).as("still asking").isFalse();
    return poll.failure();
  }

  @Test
  void everyPageCarriesTheLogin() {
    pages.add(page("/devices?page=2"));
    pages.add(page(""));
    assertThat(talk(answer(200, "{}"), answer(200, "{}"))).isEmpty();
    assertThat(asked)
        .extracting(Request::uri)
        .containsExactly(FIRST, FIRST.resolve("/devices?page=2"));
    assertThat(asked)
        .allMatch(request -> request.headers().get("Authorization").startsWith("Basic "));
  }

  @Test
  void aServerThatHasNothingToTellGaveAnEmptyPage() {
    assertThat(talk(answer(204, "", "", ""))).isEmpty();
  }

  @Test
  void nothingWhereMoreWasPromisedIsNoEnd() {
    pages.add(new Page(1, 2, Optional.of("/devices?page=2"), Optional.empty()));
    pages.add(new Page(0, -1, Optional.empty(), Optional.empty()));
    assertThat(talk(answer(200, "{}"), answer(200, "{}")))
        .isEqualTo("the server speaks of 2 records but gave 1");
  }

  @Test
  void aPageThatALinkLedToHoldsItsList() {
    pages.add(page("/devices?page=2"));
    assertThat(talk(answer(200, "{}"), answer(204, "", "", "")))
        .isEqualTo("page 2 answered HTTP 204, no content, though the page before led on");

    pages.add(page("/devices?page=2"));
    pages.add(new Page(0, -1, Optional.empty(), Optional.empty(), Optional.of("no 'value'")));
    assertThat(talk(answer(200, "{}"), answer(200, "{}"))).isEqualTo("page 2: no 'value'");

    pages.add(page("/devices?page=2"));
    pages.add(new Page(0, -1, Optional.empty(), Optional.empty()));
    assertThat(talk(answer(200, "{}"), answer(200, "{}"))).as("an empty list").isEmpty();
  }

  @Test
  void aTokenMayLeadToAnAnswerWithoutAListButNotToNone() {
    paging = new Paging.Tokens("pageToken");
    pages.add(page("second"));
    pages.add(new Page(0, -1, Optional.empty(), Optional.empty(), Optional.of("no 'devices'")));
    assertThat(talk(answer(200, "{}"), answer(200, "{}"))).isEmpty();

    pages.add(page("second"));
    assertThat(talk(answer(200, "{}"), answer(204, "", "", ""))).contains("page 2", "204");
  }

  @Test
  void numberedPagesEndWithNothing() {
    paging = new Paging.Numbers("page", 1);
    pages.add(page(""));
    assertThat(talk(answer(200, "{}"), answer(204, "", "", ""))).isEmpty();
  }

  @Test
  void aParameterStaysThroughAllPages() {
    PollSpec spec =
        new PollSpec(
                "feed",
                URI.create("https://mdm.acme.example/devices?size=2"),
                login,
                new Paging.Numbers("page", 1),
                Map.of(),
                timeout,
                maxPages,
                1_000,
                2)
            .asking("$filter", "seen ge 2026-03-09T08:15:00Z");
    String since = "size=2&$filter=seen%20ge%202026-03-09T08%3A15%3A00Z";
    assertThat(spec.paging().start(spec.first()).getRawQuery()).isEqualTo(since + "&page=1");
    assertThat(spec.paging().next(spec.first(), spec.first(), 1, 2, page("")).orElseThrow())
        .hasToString("https://mdm.acme.example/devices?" + since + "&page=2");
  }

  @Test
  void aTokenThatExpiresBetweenPagesIsRenewedOnceAndThePageAskedAgain() {
    login = new OauthLogin(LOGIN, "hub", "secret", "");
    pages.add(page("/devices?page=2"));
    pages.add(page(""));
    String failure =
        talk(
            answer(200, "{\"access_token\":\"one\"}"),
            answer(200, "{}"),
            answer(401, ""),
            answer(200, "{\"access_token\":\"two\"}"),
            answer(200, "{}"));
    assertThat(failure).isEmpty();
    assertThat(asked)
        .extracting(request -> request.uri().getPath())
        .containsExactly("/login", "/devices", "/devices", "/login", "/devices");
    assertThat(asked.get(4).headers()).containsEntry("Authorization", "Bearer two");
  }

  @Test
  void aServerThatRefusesEveryTokenIsNotAskedForEver() {
    login = new OauthLogin(LOGIN, "hub", "secret", "");
    String token = "{\"access_token\":\"one\"}";
    assertThat(talk(answer(200, token), answer(401, ""), answer(200, token), answer(401, "")))
        .contains("refuses the login");
  }

  @Test
  void aRefusedLoginSaysWhyInTheServersWords() {
    login = new OauthLogin(LOGIN, "hub", "secret", "");
    String why = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\"}";
    assertThat(talk(answer(400, why)))
        .isEqualTo("the login answered HTTP 400: invalid_grant: Invalid JWT Signature.");
    assertThat(talk(answer(502, "text/html", "", "<html>" + "x".repeat(100_000))))
        .isEqualTo("the login answered HTTP 502");
  }

  @Test
  void aRefusedRefreshTokenGivesWayToThePassword() {
    MaasLogin.Account account = new MaasLogin.Account("1", "3", "app", "1.0", "key", "hub", "pw");
    login = new MaasLogin(LOGIN, account);
    pages.add(page(""));
    String tokens =
        "{\"authResponse\":{\"authToken\":\"t\",\"errorCode\":0,\"refreshToken\":\"r\"}}";
    assertThat(talk(answer(200, tokens), answer(200, "{}"))).isEmpty();
    login.expire();
    assertThat(talk(answer(401, ""))).contains("401");
    pages.add(page(""));
    assertThat(talk(answer(200, tokens), answer(200, "{}"))).isEmpty();
    assertThat(asked.get(2).body()).contains("refreshToken").doesNotContain("\"password\"");
    assertThat(asked.get(3).body()).contains("\"password\":\"pw\"");
  }

  @Test
  void aLoginThatAnswers200AndRefusesIsRefused() {
    login = new MaasLogin(LOGIN, new MaasLogin.Account("1", "3", "app", "1", "key", "hub", "pw"));
    assertThat(talk(answer(200, "{\"authResponse\":{\"errorCode\":1001,\"errorDesc\":\"No.\"}}")))
        .contains("1001", "No.");
  }

  @Test
  void aServerThatPutsUsOffIsWaitedForAsLongAsItSays() {
    pages.add(page(""));
    assertThat(talk(answer(429, "", "7", ""), answer(200, "{}"))).isEmpty();
    assertThat(asked).extracting(Request::delayMillis).containsExactly(0L, 7_000L);
  }

  @Test
  void aServerThatKeepsPuttingUsOffIsGivenUp() {
    Response busy = answer(503, "", "1", "");
    assertThat(talk(busy, answer(503, "", "1", ""), answer(503, "", "1", "")))
        .contains("keeps answering HTTP 503");
  }

  @Test
  void aWaitLongerThanThePollMayTakeIsNotBegun() {
    assertThat(talk(answer(429, "", "3600", ""))).contains("3600 s");
  }

  @Test
  void aWaitUntilATimeOfDayIsTakenAtItsWord() {
    String inAnHour = RFC_1123_DATE_TIME.format(ZonedDateTime.now(UTC).plusHours(1));
    assertThat(talk(answer(429, "", inAnHour, ""))).contains("longer than the poll may take");
  }

  @Test
  void aLoginThatIsPutOffIsWaitedForToo() {
    login = new MaasLogin(LOGIN, new MaasLogin.Account("1", "3", "app", "1", "key", "hub", "pw"));
    pages.add(page(""));
    String token = "{\"authResponse\":{\"authToken\":\"T\",\"errorCode\":0}}";
    assertThat(talk(answer(429, "", "7", ""), answer(200, token), answer(200, "{}"))).isEmpty();
    assertThat(asked).extracting(Request::delayMillis).containsExactly(0L, 7_000L, 0L);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 206, 301, 302, 403, 404, 500})
  void onlyAPlain200Or204IsAnAnswer(int status) {
    assertThat(talk(answer(status, "{}"))).contains("HTTP " + status);
  }

  @Test
  void aLoginPageIsNoData() {
    assertThat(talk(answer(200, "text/html; charset=utf-8", "", "<html>"))).contains("HTML");
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/devices, not on the configured server",
    "//evil.example/devices, not on the configured server",
    "http://mdm.acme.example/devices, not on the configured server",
    "https://mdm.acme.example:8443/devices, not on the configured server",
    "https://hub@mdm.acme.example/x, not on the configured server",
    "https://mdm.acme.example@evil.example/x, not on the configured server",
    "file:///etc/passwd, not on the configured server",
    "/devices, in a circle",
    "'http://[broken', no address",
  })
  void aNextPageElsewhereIsNotAskedFor(String next, String why) {
    pages.add(page(next));
    assertThat(talk(answer(200, "{}"))).contains(why);
    assertThat(asked).hasSize(1);
  }

  @Test
  void pagesWithoutEndAreGivenUp() {
    maxPages = 3;
    Response[] answers = new Response[3];
    for (int i = 0; i < 3; i++) {
      pages.add(page("/devices?page=" + i));
      answers[i] = answer(200, "{}");
    }
    assertThat(talk(answers)).contains("more than 3 pages");
  }

  @Test
  void fewerRecordsThanAnnouncedAreNotTakenForAll() {
    pages.add(new Page(1, 5, Optional.empty(), Optional.empty()));
    assertThat(talk(answer(200, "{}"))).contains("speaks of 5 records but gave 1");
  }

  @Test
  void anErrorInside200Fails() {
    pages.add(new Page(0, -1, Optional.empty(), Optional.of("Forbidden: no scope")));
    assertThat(talk(answer(200, "{}"))).contains("Forbidden: no scope");
  }

  @Test
  void aBodyThatBreaksOffOrIsTooLargeOrTooSlowFails() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThat(talk(new Response(200, "application/json", "", broken)))
        .contains("broke off", "connection reset");
    assertThat(talk(answer(200, "x".repeat(1_001)))).contains("larger than 1000 bytes");
    timeout = Duration.ZERO;
    assertThat(talk(answer(200, "{}"))).contains("within its time");
  }
}
