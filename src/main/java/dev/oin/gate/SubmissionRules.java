package dev.oin.gate;

import static dev.oin.gate.GateId.G_01;
import static dev.oin.gate.GateId.G_02;
import static dev.oin.gate.GateId.G_03;
import static dev.oin.gate.GateId.G_04;

import dev.oin.kernel.Problem;
import dev.oin.submission.Field;
import dev.oin.submission.Fields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** G-01 to G-04: who submits, in which state, and whether the wizard's pages hold what they must. */
final class SubmissionRules {

    static final List<Rule> ALL = List.of(
            Rule.of(G_01, facts -> true, SubmissionRules::role),
            Rule.of(G_02, facts -> true, SubmissionRules::companyEmail),
            Rule.of(G_03, facts -> true, SubmissionRules::state),
            Rule.of(G_04, facts -> true, SubmissionRules::fields));

    private static final int LISTED_FIELDS = 5;

    private SubmissionRules() {}

    private static Stream<Requirement> role(GateFacts facts) {
        return Stream.of(
                facts.submitter().mayTestAndSubmit()
                        ? Requirement.met(G_01, null, G_01.title())
                        : Requirement.missing(
                                G_01,
                                null,
                                "You need the super admin role, or the app and org admin roles, to submit."));
    }

    private static Stream<Requirement> companyEmail(GateFacts facts) {
        return Stream.of(
                facts.submitter().companyEmail()
                        ? Requirement.met(G_02, null, G_02.title())
                        : Requirement.missing(G_02, null, "Submit from an account with your company's e-mail domain."));
    }

    private static Stream<Requirement> state(GateFacts facts) {
        return Stream.of(
                facts.state().isEditable()
                        ? Requirement.met(G_03, null, G_03.title())
                        : Requirement.missing(
                                G_03,
                                null,
                                "This integration is \"%s\"; it cannot be submitted now."
                                        .formatted(facts.state().detailedLabel())));
    }

    private static Stream<Requirement> fields(GateFacts facts) {
        var fields = facts.problems().stream()
                .filter(Problem::isError)
                .map(Problem::field)
                .distinct()
                .toList();
        return Stream.of(
                fields.isEmpty()
                        ? Requirement.met(G_04, null, G_04.title())
                        : Requirement.missing(G_04, null, attention(fields)));
    }

    private static String attention(List<String> fields) {
        var listed = fields.stream()
                .limit(LISTED_FIELDS)
                .map(key -> Fields.find(key).map(Field::label).orElse(key))
                .collect(Collectors.joining(", "));
        var more = fields.size() > LISTED_FIELDS ? ", and %d more".formatted(fields.size() - LISTED_FIELDS) : "";
        return fields.size() == 1
                ? "1 field needs attention: %s.".formatted(listed)
                : "%d fields need attention: %s%s.".formatted(fields.size(), listed, more);
    }
}
