package devicehub.device;

/** A text of a record that reports copy by the million, without a string for each. */
public enum RecordText {
  ID,
  DEVICE_ID,
  MAILBOX,
  /** The {@linkplain DeviceRecord#owner claim} people know the owner by; empty if there is none. */
  OWNER;

  public String of(DeviceRecord record) {
    int text = number(record);
    return text < 0 ? "" : PackedTexts.text(record.bytes(), record.texts(), text);
  }

  /**
   * Copies the text's letters, a byte each as ISO 8859-1 has them.
   *
   * @return how many; -1 if some letter takes two bytes, or there is no room
   */
  public int copy(DeviceRecord record, byte[] to, int from) {
    int text = number(record);
    return text < 0 ? 0 : PackedTexts.copy(record.bytes(), record.texts(), text, to, from);
  }

  private int number(DeviceRecord record) {
    return switch (this) {
      case ID -> PackedTexts.ID;
      case DEVICE_ID -> PackedTexts.DEVICE_ID;
      case MAILBOX -> PackedTexts.MAILBOX;
      case OWNER -> {
        int claim = record.ownerClaim();
        yield claim < 0 ? -1 : PackedTexts.FIXED + record.idCount() + claim;
      }
    };
  }
}
