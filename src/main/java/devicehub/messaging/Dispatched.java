package devicehub.messaging;

/**
 * What one round of sending came to.
 *
 * @param sent how many messages the broker confirmed
 * @param backlog how many still wait
 * @param trouble why they do, in one line; empty when all went well
 */
public record Dispatched(int sent, long backlog, String trouble) {}
