package devicehub.fleet;

import java.util.List;

/**
 * One model of phone or tablet, as its maker builds it.
 *
 * <pre>
 * maker    code         name            mail code     what an MDM may say
 * Apple    iPhone14,2   iPhone 13 Pro   iPhone14C2    iPhone 13 Pro
 * Samsung  SM-S921B     Galaxy S24      SM-S921B      SM-S921B or Galaxy S24
 * </pre>
 *
 * @param mdmMakers how enrolment records spell the maker, the commonest first
 * @param lastOs the newest system the model runs, empty if it still gets the newest one
 */
record Handset(
    String maker,
    List<String> mdmMakers,
    String code,
    String name,
    Form form,
    String serialPrefix,
    int serialLength,
    String lastOs) {

  enum Form {
    PHONE,
    TABLET
  }

  boolean apple() {
    return maker.equals("Apple");
  }

  boolean samsung() {
    return maker.equals("Samsung");
  }

  boolean tablet() {
    return form == Form.TABLET;
  }

  /** Apple's mail client writes a C where the model code has a comma. */
  String mailCode() {
    return apple() ? code.replace(',', 'C') : code;
  }
}
