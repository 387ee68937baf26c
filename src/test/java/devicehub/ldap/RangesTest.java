package devicehub.ldap;

import static devicehub.ldap.InMemoryDirectory.BASE;
import static devicehub.ldap.InMemoryDirectory.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import devicehub.ldap.InMemoryDirectory.Wishes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.naming.NamingException;
import javax.naming.TimeLimitExceededException;
import javax.naming.directory.Attributes;
import javax.naming.directory.BasicAttribute;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.SearchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {
  private static final Pattern ADDRESS = Pattern.compile("smtp:a\\d+@acme\\.example");

  private static List<String> addresses(String line) {
    return ADDRESS.matcher(line).results().map(found -> found.group()).distinct().toList();
  }

  private static InMemoryDirectory withSharedMailboxes(int valuesAtOnce, int... addresses)
      throws Exception {
    var directory = InMemoryDirectory.start(new Wishes().valuesAtOnce(valuesAtOnce));
    for (int i = 0; i < addresses.length; i++) {
      directory.add(
          "cn=Info\\, Desk/" + i + "," + BASE,
          new Attribute("objectClass", "user"),
          new Attribute("mail", "info" + i + "@acme.example"),
          new Attribute(
              "proxyAddresses",
              IntStream.range(0, addresses[i])
                  .mapToObj(n -> "smtp:a" + n + "@acme.example")
                  .toList()));
    }
    return directory;
  }

  @ParameterizedTest(name = "{0} values in parts of 1,500")
  @CsvSource({"1499", "1500", "1501", "3000", "4321"})
  void everyAddressOfASharedMailboxComes(int count) throws Exception {
    try (var directory = withSharedMailboxes(1_500, count)) {
      List<String> lines =
          search(directory.asHub(), "(mail=*)", "&returnedAttributes=mail,proxyAddresses");
      assertThat(lines).singleElement().satisfies(line -> assertThat(line).doesNotContain("range"));
      assertThat(addresses(lines.get(0))).hasSize(count);
    }
  }

  @Test
  void askingForTheRestDisturbsNoPage() throws Exception {
    try (var directory = withSharedMailboxes(10, 5, 25, 10, 11, 100, 3, 40).addPeople(50)) {
      List<String> lines = search(directory.asHub(), "(mail=*)", "&pageSize=3");
      assertThat(lines).hasSize(57).doesNotHaveDuplicates();
      assertThat(lines.stream().map(line -> addresses(line).size()).filter(size -> size > 0))
          .containsExactly(5, 25, 10, 11, 100, 3, 40);
    }
  }

  @Test
  void aServerThatKeepsSendingPartsIsGivenUpInTime() throws Exception {
    try (var directory = withSharedMailboxes(1, 2)) {
      LdapServer hub = directory.asHub();
      LdapServer late =
          new LdapServer(hub.url(), hub.user(), hub.password(), BASE, hub.answer(), Duration.ZERO);
      Connection connection = Connection.open(late);
      try {
        assertThatThrownBy(() -> connection.attribute(BASE, "proxyAddresses;range=1-*"))
            .isInstanceOf(TimeLimitExceededException.class);
      } finally {
        connection.close();
      }
    }
  }

  @Test
  void anEntryDeletedMeanwhileIsNotTakenForAMissingBase() throws Exception {
    try (var directory = withSharedMailboxes(1, 2)) {
      Connection connection = Connection.open(directory.asHub());
      try {
        Ranges ranges = new Ranges(connection::attribute);
        assertThatThrownBy(() -> ranges.complete(entry("proxyAddresses;range=0-1")))
            .isExactlyInstanceOf(NamingException.class)
            .hasMessageEndingWith("the server gave none");
      } finally {
        connection.close();
      }
    }
  }

  /** What a server that does not keep to the rules gives where the next part should come. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "proxyAddresses;range=0-1, gave proxyAddresses;range=0-1",
    "proxyAddresses;range=3-*, gave proxyAddresses;range=3-*",
    "proxyAddresses;range=2-1, gave proxyAddresses;range=2-1",
    "proxyAddresses, gave none",
    "mail;range=2-*, gave none",
  })
  void aPartIsNeverTakenForAll(String given, String why) {
    Ranges ranges = new Ranges((entry, name) -> attributes(given, "c"));
    assertThatThrownBy(() -> ranges.complete(entry("proxyAddresses;range=0-1")))
        .isInstanceOf(NamingException.class)
        .hasMessageContaining("more than 2 values of proxyAddresses")
        .hasMessageContaining("range=2-*")
        .hasMessageEndingWith(why)
        .hasMessageNotContaining("Jane");
  }

  @Test
  void eachPartIsAskedForWhereTheLastEnded() throws Exception {
    List<String> asked = new ArrayList<>();
    Ranges ranges =
        new Ranges(
            (entry, name) -> {
              asked.add(name);
              return asked.size() == 1
                  ? attributes("proxyaddresses;Range=2-2", "c")
                  : attributes("proxyAddresses;range=3-*", "d", "e");
            });
    SearchResult entry = entry("proxyAddresses;range=0-1");
    ranges.complete(entry);
    assertThat(asked).containsExactly("proxyAddresses;range=2-*", "proxyAddresses;range=3-*");
    assertThat(entry.getAttributes().get("proxyAddresses").size()).isEqualTo(5);
    assertThat(entry.getAttributes().size()).isEqualTo(1);
  }

  private static SearchResult entry(String range) {
    Attributes attributes = attributes(range, "a", "b");
    attributes.put(new BasicAttribute("proxyAddresses"));
    SearchResult entry = new SearchResult("cn=Jane", null, attributes);
    entry.setNameInNamespace("cn=Jane,dc=acme,dc=example");
    return entry;
  }

  private static Attributes attributes(String name, String... values) {
    BasicAttribute attribute = new BasicAttribute(name);
    for (String value : values) {
      attribute.add(value);
    }
    Attributes attributes = new BasicAttributes(true);
    attributes.put(attribute);
    return attributes;
  }
}
