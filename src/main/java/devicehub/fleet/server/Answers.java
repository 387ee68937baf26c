package devicehub.fleet.server;

/** How one vendor's server answers. */
interface Answers {
  /** What it says to a good request, and to one it refuses by itself. */
  Reply to(Request request);

  /** How it says 401. */
  Reply unauthorized();

  /** How it says 429. */
  Reply tooMany();
}
