package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LdapEntryTest {
  private static final String LOGIN = "user: 'CN=hub,DC=acme', password: p, base: 'DC=acme'";

  @TempDir Path temp;
  ConfigFolder folder;

  @BeforeEach
  void folder() {
    folder = new ConfigFolder(temp);
  }

  private FeedConfig feed(String kind, String ldap, Map<String, String> environment) {
    folder.write("feeds.yaml", "feed:\n  kind: " + kind + "\n  ldap:\n    {" + ldap + "}\n");
    return folder.load(environment).feeds().get("feed");
  }

  private LdapConfig ldap(String ldap) {
    return feed("directory", ldap, Map.of()).ldap().orElseThrow();
  }

  @Test
  void addressLoginAndBaseAreEnough() {
    FeedConfig feed =
        feed(
            "ad",
            "url: 'ldaps://dc1.acme.example', user: 'CN=hub,DC=acme', password: '${SECRET}', base:"
                + " 'DC=acme'",
            Map.of("SECRET", "s3cret"));

    assertThat(feed.ldap())
        .contains(
            new LdapConfig(
                "ldaps://dc1.acme.example",
                "CN=hub,DC=acme",
                "s3cret",
                "DC=acme",
                "(objectClass=msExchActiveSyncDevice)",
                List.copyOf(
                    feed.spec().fields().allColumns().stream()
                        .filter(name -> !name.equals("dn"))
                        .toList()),
                500,
                Duration.ofSeconds(5)));
    assertThat(feed.format().format()).isEqualTo("ndjson");
    assertThat(feed.ldap().orElseThrow()).asString().doesNotContain("s3cret");
  }

  @Test
  void theFieldsColumnsAreTheAttributesAskedFor() {
    assertThat(ldap("url: 'ldap://a', " + LOGIN).attributes())
        .contains("mail", "proxyAddresses", "msDS-PrincipalName", "canonicalName")
        .doesNotContain("dn");
  }

  @Test
  void aFeedMayAskOtherwise() {
    LdapConfig ldap =
        ldap(
            "url: 'ldap+starttls://a:1389 ldap+starttls://[::1]', filter: '(a=b)', attributes:"
                + " [mail, 'cn;lang-en'], page-size: 1000, timeout: 2s, "
                + LOGIN);

    assertThat(ldap.url()).isEqualTo("ldap+starttls://a:1389 ldap+starttls://[::1]");
    assertThat(ldap.filter()).isEqualTo("(a=b)");
    assertThat(ldap.attributes()).containsExactly("mail", "cn;lang-en");
    assertThat(ldap.pageSize()).isEqualTo(1000);
    assertThat(ldap.timeout()).isEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource({
    "CN=Mail Users (EU), (memberOf=CN=Mail Users \\28EU\\29)",
    "*)(uid=*, (memberOf=\\2a\\29\\28uid=\\2a)",
    "a\\b, (memberOf=a\\5cb)",
  })
  void aPlaceholderBringsAValueIntoTheFilterAndNoMore(String value, String filter) {
    String ldap = "url: 'ldap://a', filter: '(memberOf=${WHO})', " + LOGIN;

    assertThat(feed("directory", ldap, Map.of("WHO", value)).ldap().orElseThrow().filter())
        .isEqualTo(filter);
  }

  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                   | 'base' is missing: the DN to search below~'password' is missing: without one, a login counts as anonymous~'url' is missing: the directory's address~'user' is missing: whom to log in as
          url: http://a, +                     | 'url' must be an address such as ldaps://dc1.acme.example, or ldap:// or ldap+starttls://; several are separated by blanks, and what to search stands under 'base'
          url: ldap://a/dc=acme, +             | 'url' must be an address such as ldaps://dc1.acme.example, or ldap:// or ldap+starttls://; several are separated by blanks, and what to search stands under 'base'
          url: ldap://u:p@a, +                 | 'url' must be an address such as ldaps://dc1.acme.example, or ldap:// or ldap+starttls://; several are separated by blanks, and what to search stands under 'base'
          url: ldap://a ldaps://b, +           | 'url' must not mix ways to connect
          url: ldap://a, filter: mail=*, +     | 'filter' must be a filter such as (&(objectClass=person)(mail=*))
          url: ldap://a, filter: (a=b)(c=d), + | 'filter' must be a filter such as (&(objectClass=person)(mail=*))
          url: ldap://a, filter: (a=b, +       | 'filter' must be a filter such as (&(objectClass=person)(mail=*))
          url: ldap://a, attributes: [a b], +  | 'a b' is no name of an attribute
          url: ldap://a, page-size: 0, +       | 'page-size' is '0', but must be a whole number from 1 to 10000
          url: ldap://a, timeout: soon, +      | 'timeout' is 'soon', but must be a time such as 90s, 2m, 48h or PT2M
          url: ldap://a, pasword: p, +         | unknown key 'pasword'; did you mean 'password'?
          url: ldap://a, user: u, password: "${EMPTY}", base: dc=a | 'password' is empty
          url: ldap://a, user: u, password: "${NOT_SET}", base: dc=a | 'password' names ${NOT_SET}, which is not set in the environment
          url: ldap://a, user: u, password: p, base: acme | 'base' must be a DN such as DC=acme,DC=example
          """)
  void aDirectoryThatCannotBeAskedIsTold(String ldap, String problems) {
    String whole = ldap.replace("+", LOGIN);
    folder.write("feeds.yaml", "feed:\n  kind: directory\n  ldap:\n    {" + whole + "}\n");

    assertThat(
            folder.problems(Map.of("EMPTY", "")).stream()
                .map(line -> line.replaceFirst("feeds.yaml:4: ", "")))
        .containsExactly(problems.split("~"));
  }

  @Test
  void oneFeedAsksOneKindOfServerAndNamesNoFileFormat() {
    folder.write(
        "feeds.yaml",
        "feed:\n  kind: directory\n  format: csv\n  http: {url: 'https://a'}\n  ldap:\n    {url:"
            + " 'ldap://a', "
            + LOGIN
            + "}\n");

    assertThat(folder.problems())
        .contains(
            "feeds.yaml:3: 'format' is of no use beside 'ldap': leave it out",
            "feeds.yaml:6: 'ldap' and 'http' both say whom to ask: give one of them");
  }
}
