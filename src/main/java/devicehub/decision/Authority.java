package devicehub.decision;

/** On whose word a decision stands. A reviewer's beats a rule's. */
public enum Authority {
  RULE,
  REVIEWER
}
