package dev.oin.review;

import dev.oin.kernel.Problem;
import dev.oin.submission.Configuration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the machine says about variables, expressions and the protocols. */
final class ProtocolVerdicts {

    private static final Set<String> SCOPES = Set.of("openid", "profile", "email", "address", "phone");
    private static final Set<String> EXPRESSION_RULES = Set.of("IR-EX-2", "IV-5");

    private ProtocolVerdicts() {}

    static MachineVerdict variables(MachineFacts facts) {
        var labels = facts.content().configuration().variables().stream()
                .map(variable -> "%s (%s)".formatted(variable.label(), variable.name()))
                .collect(Collectors.joining(", "));
        var checked = facts.withoutProblem(problem -> problem.field().startsWith("variables"), labels + ".");
        return checked.result() == ChecklistEntry.Result.PASS ? MachineVerdict.hint(checked.text()) : checked;
    }

    static MachineVerdict addresses(MachineFacts facts) {
        return facts.withoutProblem(
                problem -> EXPRESSION_RULES.contains(problem.rule())
                        || (problem.isError() && problem.rule().endsWith(".https")),
                "Evaluated with sample, empty and odd values: https each time.");
    }

    static MachineVerdict userAttributes(MachineFacts facts) {
        return facts.withoutProblem(
                problem -> problem.isError() && problem.rule().equals("IR-EX-3"),
                "Every user attribute is on the list.");
    }

    static MachineVerdict scopes(MachineFacts facts) {
        var oidc = facts.content().configuration().oidc();
        return oidc == null
                ? MachineVerdict.NONE
                : MachineVerdict.of(
                        SCOPES.containsAll(oidc.scopes()), "Scopes: " + String.join(" ", oidc.scopes()) + ".");
    }

    static MachineVerdict saml(MachineFacts facts) {
        var saml = facts.content().configuration().saml();
        if (saml == null) {
            return MachineVerdict.NONE;
        }
        var checked = facts.withoutProblem(
                problem -> isErrorAt(problem, List.of("saml.")),
                "ACS %s, audience %s, %d indexed addresses."
                        .formatted(
                                saml.acsUrl(),
                                saml.audience(),
                                saml.acsEndpoints().size()));
        return checked.result() == ChecklistEntry.Result.PASS ? MachineVerdict.hint(checked.text()) : checked;
    }

    static MachineVerdict scim(MachineFacts facts) {
        var scim = facts.content().configuration().scim();
        return scim == null
                ? MachineVerdict.NONE
                : facts.withoutProblem(
                        problem -> isErrorAt(problem, List.of("scim.base_url", "scim.auth_mode", "scim.oauth")),
                        "%s at %s.".formatted(scim.authMode(), scim.baseUrl()));
    }

    static MachineVerdict operations(MachineFacts facts) {
        var scim = facts.content().configuration().scim();
        return scim == null
                ? MachineVerdict.NONE
                : MachineVerdict.hint("Users: %s. Groups: %s."
                        .formatted(words(scim.userOps()), scim.groupOps().isEmpty() ? "none" : words(scim.groupOps())));
    }

    static MachineVerdict scimResults(MachineFacts facts) {
        if (facts.scimEvidence().size() < 2) {
            return MachineVerdict.hint("A result is missing.");
        }
        var text = String.join(" ", facts.scimEvidence());
        return text.contains("not verified") ? MachineVerdict.hint(text) : MachineVerdict.pass(text);
    }

    static MachineVerdict logout(MachineFacts facts) {
        Configuration.UniversalLogout logout = facts.content().configuration().ul();
        return logout == null
                ? MachineVerdict.NONE
                : MachineVerdict.hint("%s, subject by %s, %s."
                        .formatted(
                                logout.endpoint(),
                                logout.subjectFormat(),
                                logout.partial() ? "partial: the guide has to say so" : "full"));
    }

    private static boolean isErrorAt(Problem problem, List<String> places) {
        return problem.isError() && places.stream().anyMatch(problem.field()::startsWith);
    }

    private static String words(List<? extends Enum<?>> operations) {
        return operations.stream()
                .map(operation ->
                        operation.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
