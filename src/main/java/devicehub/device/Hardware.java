package devicehub.device;

/**
 * What is known of the thing in the hand: maker, model, platform, form factor and OS version.
 *
 * <p>Each part may be unknown. Ask the comparisons here rather than those of the parts: they see
 * the model behind a maker's name.
 */
public record Hardware(
    Manufacturer manufacturer,
    DeviceModel model,
    Platform platform,
    FormFactor formFactor,
    OsVersion osVersion) {

  /** Nothing is known. */
  public static final Hardware UNKNOWN =
      new Hardware(
          Manufacturer.UNKNOWN,
          DeviceModel.UNKNOWN,
          Platform.UNKNOWN,
          FormFactor.UNKNOWN,
          OsVersion.UNKNOWN);

  /**
   * Compares the makers, with the models to settle brand against maker.
   *
   * <p>A Nexus 5X is {@code Google} to one source and {@code LGE} to another. Names alone leave
   * such kin open; the model, where one side has it, decides. A mail client seldom names the maker:
   * where the lists do not know its model either, the same model is still by the same maker.
   */
  public Likeness compareManufacturer(Hardware other) {
    Likeness makers = compareMakers(other);
    return makers == Likeness.UNKNOWN && compareModel(other) == Likeness.SAME
        ? Likeness.SAME
        : makers;
  }

  private Likeness compareMakers(Hardware other) {
    Manufacturer maker = maker();
    Manufacturer otherMaker = other.maker();
    if (model.maker().known() && other.model.maker().known()) {
      return maker.equals(otherMaker) ? Likeness.SAME : Likeness.DIFFERENT;
    }
    boolean oneBrand = model.soldUnderOneBrand() || other.model.soldUnderOneBrand();
    return oneBrand && maker.mayBadge(otherMaker) ? Likeness.DIFFERENT : maker.compare(otherMaker);
  }

  private Manufacturer maker() {
    return model.maker().known() ? model.maker() : manufacturer;
  }

  public Likeness compareModel(Hardware other) {
    return model.compare(other.model);
  }

  public Likeness comparePlatform(Hardware other) {
    return platform.compare(other.platform);
  }

  public Likeness compareFormFactor(Hardware other) {
    return formFactor.compare(other.formFactor);
  }

  /**
   * Compares the form factor of this enrolled device with a mail record's.
   *
   * <p>One model is one form. A watch or television is not where a mail record comes from that does
   * not say so itself, even if its client hides the hardware.
   */
  public Likeness compareFormFactorOfMail(Hardware mail) {
    if (compareModel(mail) == Likeness.SAME) {
      return Likeness.SAME;
    }
    return formFactor.readsNoMail() && !mail.formFactor.known()
        ? Likeness.DIFFERENT
        : compareFormFactor(mail);
  }

  public Likeness compareOsVersion(Hardware other) {
    return platform.compare(other.platform) == Likeness.SAME
        ? osVersion.compare(other.osVersion)
        : Likeness.UNKNOWN;
  }
}
