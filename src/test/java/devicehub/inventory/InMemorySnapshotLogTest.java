package devicehub.inventory;

final class InMemorySnapshotLogTest implements SnapshotLogContract {
  private final SnapshotLog log = new InMemorySnapshotLog();

  @Override
  public SnapshotLog snapshots() {
    return log;
  }
}
