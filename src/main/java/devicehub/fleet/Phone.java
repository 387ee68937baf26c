package devicehub.fleet;

/**
 * One physical phone or tablet: what it truly is, whatever the records say.
 *
 * @param id {@code D17-1}: household and place in it; the {@code device} column of the truth
 * @param number unique in the fleet
 * @param os {@code 18.6.2} or {@code 14}
 */
record Phone(String id, long number, Handset handset, String os) {

  boolean ios() {
    return handset.apple();
  }

  String serial() {
    return handset.maker().equals("Zebra")
        ? Unique.digitSerial(number)
        : Unique.serial(handset.serialPrefix(), handset.serialLength(), number);
  }

  /** Empty for the tablets that have no modem. */
  String imei() {
    return handset.tablet() && number % 2 == 0 ? "" : Unique.imei(number);
  }
}
