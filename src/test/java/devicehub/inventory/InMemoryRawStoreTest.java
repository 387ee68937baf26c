package devicehub.inventory;

final class InMemoryRawStoreTest implements RawStoreContract {
  private final RawStore raw = new InMemoryRawStore();

  @Override
  public RawStore raw() {
    return raw;
  }
}
