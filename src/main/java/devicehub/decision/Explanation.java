package devicehub.decision;

import java.util.List;

/**
 * Why a record, or a pair, is decided as it is.
 *
 * @param headline the decision in one sentence
 * @param sentences what led to it, in words for the help desk
 * @param findings condition by condition, where a pair is explained
 * @param candidates who else was considered
 */
public record Explanation(
    String headline, List<String> sentences, List<Finding> findings, List<Candidate> candidates) {}
