package dev.oin.web.portal;

import dev.oin.gate.Gate;
import dev.oin.gate.Requirement;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Chips;
import dev.oin.web.portal.TestingView.GateView;
import dev.oin.web.portal.TestingView.Link;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a link to its cure beside each requirement of the gate. */
final class GateViews {

    private GateViews() {}

    static List<GateView> applicable(Gate gate, Submission submission) {
        return gate.requirements().stream()
                .filter(requirement -> requirement.status() != Requirement.Status.NOT_APPLICABLE)
                .map(requirement -> view(requirement, submission))
                .toList();
    }

    static List<GateView> notApplicable(Gate gate, Submission submission) {
        return gate.requirements().stream()
                .filter(requirement -> requirement.status() == Requirement.Status.NOT_APPLICABLE)
                .map(requirement -> view(requirement, submission))
                .toList();
    }

    static @Nullable GateView firstUnmet(Gate gate, Submission submission) {
        return gate.unmet().stream()
                .map(requirement -> view(requirement, submission))
                .findFirst()
                .orElse(null);
    }

    private static GateView view(Requirement requirement, Submission submission) {
        var protocol = requirement.protocol();
        return new GateView(
                requirement.gate().code(),
                protocol == null ? null : protocol.name(),
                Chips.of(requirement),
                requirement.message(),
                requirement.isUnmet() ? cure(requirement, protocol, submission) : null);
    }

    private static Link cure(Requirement requirement, @Nullable Protocol protocol, Submission submission) {
        var base = "/submissions/" + submission.id();
        return switch (requirement.gate().cure()) {
            case MEMBERS -> new Link("Members", "/organization#members");
            case DOMAINS -> new Link("Company domains", "/organization#domains");
            case SUBMISSION -> new Link("The submission", base);
            case FIELDS -> new Link("What is missing", base + "/left");
            case INSTANCES -> new Link("Required instances", "#required-instances");
            case LOGOUT -> new Link("Turn on logout", "#universal-logout");
            case TESTER -> tester(protocol, "");
            case PUBLISHED_TESTER -> tester(protocol, "-published");
            case SCIM_RESULTS -> new Link("Run the suite, or enter a link", "#scim-suites");
            case CERTIFICATION ->
                protocol == Protocol.SCIM
                        ? new Link("Open the checklist", base + "/manual-plan")
                        : new Link("Certify", "#certified");
            case TEST_ACCOUNT -> new Link("Test account", base + "/test-information#test-password");
        };
    }

    private static Link tester(@Nullable Protocol protocol, String which) {
        return protocol == null
                ? new Link("Required instances", "#required-instances")
                : new Link("Submission tester", "#tester-" + protocol.name().toLowerCase(Locale.ROOT) + which);
    }
}
