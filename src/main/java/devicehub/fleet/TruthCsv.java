package devicehub.fleet;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What must become of every record, in the order households come.
 *
 * <pre>
 * feed,record_id,side,outcome,enrollment_id,reasons,trick,device,decidable,candidates
 * maas360,Android5c0f…,ENROLLMENT,MERGED,Android5c0f…,,EXACT_EAS_ID,D0-1,,
 * exchange,jane.doe@acme.example/SEC17CD…,MAIL,MERGED,Android5c0f…,,EXACT_EAS_ID,D0-1,EXACT_ID,Android5c0f…
 * exchange,zoe.miller@acme.example/0KQ…,MAIL,EXCEPTION,,AMBIGUOUS_ATTRIBUTES,TWINS,D7-1,NONE,ApplA…|ApplB…
 * </pre>
 *
 * Lists are separated by {@code |}. An exception may have any one of the reasons and must name at
 * least the candidates.
 */
final class TruthCsv implements RowFormat {
  private final Shape shape;

  TruthCsv(Shape shape) {
    this.shape = shape;
  }

  @Override
  public void header(StringBuilder out) {
    out.append(
        "feed,record_id,side,outcome,enrollment_id,reasons,trick,device,decidable,candidates\n");
  }

  @Override
  public void rows(Household household, StringBuilder out) {
    String trick = household.trick.name();
    for (EnrollmentRow row : household.enrollments) {
      if (row.shownBy(shape)) {
        boolean leads = row.outcome != Outcome.IGNORED && row.outcome != Outcome.UNMATCHED_OK;
        Csv.line(
            out,
            shape.feed,
            row.id(shape),
            "ENROLLMENT",
            row.outcome.name(),
            leads ? row.leader.id(shape) : "",
            names(row.reasons),
            trick,
            row.phone.id(),
            "",
            "");
      }
    }
    for (MailRow row : household.mail) {
      Csv.line(
          out,
          row.server.feed,
          row.recordId(),
          "MAIL",
          row.outcome.name(),
          row.outcome == Outcome.MERGED ? row.candidates.get(0).id(shape) : "",
          names(row.reasons),
          trick,
          row.phone.id(),
          decidable(household, row).name(),
          row.candidates.stream().map(c -> c.id(shape)).collect(Collectors.joining("|")));
    }
  }

  /** Only MaaS360 shows the id that Traveler knows a phone by. */
  private Decidable decidable(Household household, MailRow row) {
    boolean hidden = shape != Shape.MAAS360 && household.trick == Trick.EXACT_TRAVELER_ID;
    return hidden ? Decidable.ATTRIBUTES : row.decidable;
  }

  private static String names(List<Reason> reasons) {
    return reasons.stream().map(Enum::name).collect(Collectors.joining("|"));
  }
}
