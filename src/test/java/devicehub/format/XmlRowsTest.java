package devicehub.format;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import devicehub.intake.UnreadableInputException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlRowsTest {
  private static final String DEVICES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <devices>
        <count>2</count><pageNumber>1</pageNumber><pageSize>2</pageSize>
        <device><maas360DeviceID>ApplD8DTH6RCIH86</maas360DeviceID><imeiEsn>351623070066166</imeiEsn></device>
        <device><maas360DeviceID>Androidf32e71a6721a886c</maas360DeviceID><imeiEsn/></device>
      </devices>
      """;

  private static Recording read(String records, String columns, String xml) {
    FormatSpec spec =
        FormatSpec.json(records)
            .withFormat("xml")
            .withPage(
                PagePaths.NONE
                    .withTotal("devices.count")
                    .withErrors(
                        List.of("authResponse.errorCode"),
                        List.of("authResponse.errorDesc"),
                        Set.of("0")));
    Set<String> wanted = new LinkedHashSet<>(Arrays.asList(columns.split(",")));
    return Recording.of(spec, wanted, xml.getBytes(UTF_8));
  }

  @Test
  void recordsAndPageAreFoundByPath() {
    Recording read = read("devices.device", "maas360DeviceID,imeiEsn", DEVICES);

    assertThat(read.headers).containsExactly("maas360DeviceID|imeiEsn");
    assertThat(read.rows)
        .containsExactly("1: ApplD8DTH6RCIH86|351623070066166", "2: Androidf32e71a6721a886c|");
    assertThat(read.page.total()).hasValue(2);
    assertThat(read.page.isError()).isFalse();
  }

  @Test
  void aRootOfAnotherNameIsTold() {
    assertThat(read("devices.device", "id", "<devices/>").page.lacks()).contains("stands devices");
    assertThat(read("device", "id", "<devices><device/></devices>").page.lacks())
        .isEqualTo(
            "nothing stands at 'device', where its records are looked for; at the top stands"
                + " devices");
    assertThat(read("", "id", "<devices/>").page.lacks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "id -> <r><d><id>A</id></d></r> -> 1: A",
        "id -> <r><d><ID> A </ID></d></r> -> 1: A",
        "id -> <r><d><id>A</id><id>B</id></d></r> -> 1: A⏎B",
        "id -> <r><d><id><![CDATA[<A>]]>&amp;&#66;</id></d></r> -> 1: <A>&B",
        "id -> <r><d><!-- x --><id>A<!-- y -->B</id></d></r> -> 1: AB",
        "id -> <x:r xmlns:x='urn:x'><x:d><x:id>A</x:id></x:d></x:r> -> 1: A",
        "a.id -> <r><d><a><id>A</id></a><id>B</id></d></r> -> 1: A",
        "a -> <r><d><a><id>A</id></a></d></r> -> '1: '",
        "@id -> <r><d id='A'/></r> -> 1: A",
        "a.@id -> <r><d><a id='A'>x</a></d></r> -> 1: A",
      })
  void valuesAreTextsAndAttributes(String column, String xml, String row) {
    assertThat(read("", column, xml).rows).containsExactly(row.replace('⏎', '\n'));
  }

  @Test
  void anErrorInPlaceOfDataIsReported() {
    String xml =
        "<authResponse><errorCode>1009</errorCode><errorDesc>expired</errorDesc></authResponse>";

    assertThat(read("devices.device", "id", xml).page.error()).isEqualTo("1009: expired");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "'' -> is no sound XML",
        "<r><d> -> is no sound XML",
        "<r></d> -> is no sound XML",
        "<r/><r/> -> is no sound XML",
        "<r/>x -> is no sound XML",
        "<r><d a='1' a='2'/></r> -> is no sound XML",
        "<r>&nbsp;</r> -> refers to an entity",
        "<r>&#xD800;</r> -> is no sound XML",
        "{} -> is no sound XML",
        "<html><body>Sign in</body></html> -> is an HTML page",
        "<!DOCTYPE html><html></html> -> has a document type",
      })
  void brokenInputIsRefused(String xml, String reason) {
    assertThatThrownBy(() -> read("", "id", xml))
        .isInstanceOfSatisfying(
            UnreadableInputException.class,
            refusal -> assertThat(refusal.reason()).startsWith(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE r [<!ENTITY x SYSTEM '%s'>]><r><d><id>&x;</id></d></r>",
        "<!DOCTYPE r [<!ENTITY %% x SYSTEM '%s'> %%x;]><r/>",
        "<!DOCTYPE r SYSTEM '%s'><r/>",
        "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><r><d><id>&b;</id></d></r>",
        "<?xml version='1.0'?><!-- %s --><!DOCTYPE r><r/>",
      })
  void noDocumentTypeIsFollowed(String xml, @TempDir Path folder) throws Exception {
    Path canary = Files.writeString(folder.resolve("canary.txt"), "canary");

    assertThatThrownBy(() -> read("", "id", xml.formatted(canary.toUri())))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("document type (DOCTYPE), which is refused");
  }

  @Test
  void inclusionsAndStyleSheetsAreOnlyElements() {
    String xml =
        "<?xml-stylesheet href='file:///etc/passwd'?><r xmlns:xi='http://www.w3.org/2001/XInclude'>"
            + "<d><id><xi:include href='file:///etc/passwd' parse='text'/></id></d></r>";

    assertThat(read("", "id", xml).rows).containsExactly("1: ");
  }

  @Test
  void theDeclaredEncodingHolds() {
    String xml = "<?xml version='1.0' encoding='windows-1252'?><r><d><id>Müller €</id></d></r>";
    FormatSpec spec = FormatSpec.json("").withFormat("xml");

    assertThat(Recording.of(spec, Set.of("id"), xml.getBytes(Charset.forName("windows-1252"))).rows)
        .containsExactly("1: Müller €");
    assertThat(Recording.of(spec, Set.of("id"), ("\ufeff" + xml).getBytes(UTF_16LE)).rows)
        .containsExactly("1: Müller €");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "klingon"})
  void aDeclaredEncodingThatCannotBeIsRefused(String charset) {
    String xml = "<?xml version='1.0' encoding='" + charset + "'?><r/>";

    assertThatThrownBy(() -> read("", "id", xml)).hasMessageContaining(charset);
  }
}
