package dev.oin.web.portal;

import dev.oin.gate.Gate;
import dev.oin.gate.Requirement;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Chips;
import dev.oin.web.portal.TestingView.GateView;
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
                requirement.isUnmet() ? cure(requirement, protocol, submission) : null,
                "Go");
    }

    private static String cure(Requirement requirement, @Nullable Protocol protocol, Submission submission) {
        var base = "/submissions/" + submission.id();
        return switch (requirement.gate().cure()) {
            case MEMBERS -> "/organization#members";
            case DOMAINS -> "/organization#domains";
            case SUBMISSION -> base;
            case FIELDS -> base + "/left";
            case INSTANCES -> "#required-instances";
            case TESTER ->
                protocol == null
                        ? "#required-instances"
                        : "#tester-" + protocol.name().toLowerCase(Locale.ROOT);
            case PUBLISHED_TESTER ->
                protocol == null
                        ? "#required-instances"
                        : "#tester-" + protocol.name().toLowerCase(Locale.ROOT) + "-published";
            case SCIM_RESULTS -> "#scim-suites";
            case CERTIFICATION -> protocol == Protocol.SCIM ? base + "/manual-plan" : "#certified";
            case TEST_ACCOUNT -> base + "/test-information#test-password";
        };
    }
}
