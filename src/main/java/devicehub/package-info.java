/** The hub's front door: its commands, and the wiring of everything behind them. */
@NullMarked
package devicehub;

import org.jspecify.annotations.NullMarked;
