package devicehub.inventory;

/**
 * What became of a delivery.
 *
 * @param snapshot the snapshot it became; where it brought nothing new, the one that said the same
 */
public record Receipt(Snapshot snapshot, boolean isNew) {}
