package devicehub.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClixmlRowsTest {
  private static final String HEAD =
      "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n";

  private static Recording read(String columns, String objects) {
    return Recording.of(
        FormatSpec.csv().withFormat("clixml"),
        new LinkedHashSet<>(Arrays.asList(columns.split(","))),
        ("\ufeff" + HEAD + objects + "</Objs>").getBytes(UTF_8));
  }

  /** Two partnerships as Exchange's cmdlet hands them to {@code Export-Clixml}. */
  @Test
  void objectsAreRecordsAndPropertiesTheirColumns() {
    Recording read =
        read(
            "DeviceId,Identity,UserDisplayName,FirstSyncTime,DeviceImei,DeviceAccessState",
            """
              <Obj RefId="0">
                <TN RefId="0"><T>Deserialized.Microsoft.Exchange.Data.MobileDevice</T></TN>
                <ToString>ignored</ToString>
                <Props>
                  <S N="DeviceId">ApplDNPF</S>
                  <Obj N="Identity" RefId="1">
                    <TN RefId="1"><T>Deserialized.ADObjectId</T><T>System.Object</T></TN>
                    <ToString>contoso.com/Jane/ExchangeActiveSyncDevices/iPhone§ApplDNPF</ToString>
                    <Props><S N="Name">iPhone§ApplDNPF</S></Props>
                  </Obj>
                  <Ref N="UserDisplayName" RefId="1" />
                  <DT N="FirstSyncTime">2024-01-12T08:15:30Z</DT>
                  <Nil N="DeviceImei" />
                  <Obj N="DeviceAccessState" RefId="2">
                    <TN RefId="2"><T>DeviceAccessState</T><T>System.Enum</T></TN>
                    <ToString>Allowed</ToString><I32>1</I32>
                  </Obj>
                </Props>
                <MS><S N="PSComputerName">exchange</S></MS>
              </Obj>
              <Obj RefId="3"><TNRef RefId="0" /><Props><S N="DeviceId">SEC1</S></Props></Obj>
            """);

    String identity = "contoso.com/Jane/ExchangeActiveSyncDevices/iPhone§ApplDNPF";
    assertThat(read.rows)
        .containsExactly(
            "2: ApplDNPF|" + identity + "|" + identity + "|2024-01-12T08:15:30Z||Allowed",
            "22: SEC1|||||");
    assertThat(read.unreadable).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "id -> <MS><S N='id'>A_x000D__x000A_B</S></MS> -> A␍⏎B",
        "id -> <MS><S N='id'>_xD83D__xDE00_ _x005F_x</S></MS> -> 😀 _x",
        "id -> <MS><S N='id'>_x00G0_</S></MS> -> _x00G0_",
        "my id -> <MS><S N='my_x0020_id'>A</S></MS> -> A",
        "id -> <Props><I64 N='ID'>351623070066166</I64></Props> -> 351623070066166",
        "id -> <MS><Obj N='id'><TN/><LST><S>A</S><Nil/><S>B</S></LST></Obj></MS> -> A⏎B",
        "id.Name -> <MS><Obj N='id'><ToString>x</ToString><Props><S N='Name'>A</S></Props></Obj></MS> -> A",
        "id -> <MS><Obj N='id'><S>A</S><MS><S N='PSPath'>x</S></MS></Obj></MS> -> A",
        "id -> <MS><Obj N='id'><DCT><En><S N='Key'>k</S><S N='Value'>v</S></En></DCT></Obj></MS> -> ''",
        "id -> <MS><Ref N='id' RefId='77'/></MS> -> ''",
        "id -> <MS><Obj N='other' RefId='7'><ToString>A</ToString></Obj><Ref N='id' RefId='7'/></MS> -> A",
      })
  void propertiesBecomeText(String column, String members, String cell) {
    assertThat(read(column, "<Obj>" + members + "</Obj>").rows)
        .containsExactly("2: " + cell.replace('⏎', '\n').replace('␍', '\r'));
  }

  @Test
  void aListOfObjectsIsSeveralRecords() {
    Recording read =
        read(
            "id",
            "<Obj><TN/><LST>\n<Obj><MS><S N='id'>A</S></MS></Obj>\n"
                + "<Obj><MS><S N='id'>B</S></MS></Obj></LST></Obj>");

    assertThat(read.rows).containsExactly("3: A", "4: B");
  }

  @Test
  void whatIsNoObjectIsNamed() {
    Recording read = read("id", "<S>text</S>\n<Obj><MS><S N='id'>A</S></MS></Obj>");

    assertThat(read.rows).containsExactly("3: A");
    assertThat(read.unreadable).containsExactly("2: is a bare S, no object");
    assertThat(read.shown).containsExactly("text");
  }

  @Test
  void otherXmlIsRefused() {
    assertThatThrownBy(
            () ->
                Recording.of(
                    FormatSpec.csv().withFormat("clixml"),
                    new LinkedHashSet<>(),
                    "<devices/>".getBytes(UTF_8)))
        .hasMessageContaining("not what Export-Clixml writes");
  }
}
