/** Carries owed messages to the queue, on a broker of the hub's own or one by address. */
@NullMarked
package devicehub.messaging;

import org.jspecify.annotations.NullMarked;
