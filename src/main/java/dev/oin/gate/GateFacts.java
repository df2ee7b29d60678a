package dev.oin.gate;

import dev.oin.checks.Verdict;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the rules of the gate look at, gathered at one moment.
 *
 * @param instances the current, eligible instance by the protocol that it serves; absent where none was detected
 * @param justInTime the sign-on protocols whose app creates people at their first sign-in
 * @param creates whether provisioning creates people
 * @param cases the required cases of the submission tester
 * @param manualOpen how many cases of the manual SCIM plan are not judged, or failed
 * @param published what the update has to keep working for customers; null where it is no functional update
 */
record GateFacts(
        Instant now,
        SubmissionState state,
        SubmissionKind kind,
        Set<Protocol> protocols,
        Submitter submitter,
        List<Problem> problems,
        Map<Protocol, Installed> instances,
        Set<Protocol> justInTime,
        boolean creates,
        List<RequiredCase> cases,
        @Nullable Published published,
        ResultsLink spec,
        ResultsLink crud,
        ResultsLink entitlements,
        boolean certified,
        int manualOpen,
        TestAccount testAccount) {

    GateFacts {
        protocols = Set.copyOf(protocols);
        problems = List.copyOf(problems);
        instances = Map.copyOf(instances);
        justInTime = Set.copyOf(justInTime);
        cases = List.copyOf(cases);
    }

    /** Protocols of the submission that sign people in, in their usual order. */
    List<Protocol> signOn() {
        return Protocol.singleSignOn(protocols).stream().sorted().toList();
    }

    Optional<Installed> instanceOf(Protocol protocol) {
        return Optional.ofNullable(instances.get(protocol));
    }

    /** Whether one instance is used for sign-on and provisioning. */
    boolean usesCombinedInstance() {
        var scim = instances.get(Protocol.SCIM);
        return scim != null && signOn().stream().anyMatch(protocol -> scim.equals(instances.get(protocol)));
    }

    /**
     * The published version, as the update is tested against it.
     *
     * @param signOn its protocols that sign people in
     * @param instances the eligible PUBLISHED instance by protocol
     * @param cases its required cases, by its own flow settings
     */
    record Published(Set<Protocol> signOn, Map<Protocol, Installed> instances, List<RequiredCase> cases) {

        Published {
            signOn = Set.copyOf(signOn);
            instances = Map.copyOf(instances);
            cases = List.copyOf(cases);
        }

        /** Its sign-on protocols, in their usual order. */
        List<Protocol> protocols() {
            return signOn.stream().sorted().toList();
        }

        Optional<Installed> instanceOf(Protocol protocol) {
            return Optional.ofNullable(instances.get(protocol));
        }
    }

    /** Who submits. */
    record Submitter(boolean mayTestAndSubmit, boolean companyEmail) {}

    /** An instance in the sandbox. */
    record Installed(String id, String label, boolean active, boolean logoutOn) {}

    /**
     * A case that must have passed.
     *
     * @param name the case's name as people read it, such as {@code SP flow}
     */
    record RequiredCase(Protocol protocol, String name, LatestResult latest) {}

    /** The newest result of a case on the instance in the tester. */
    sealed interface LatestResult {
        /** Never run on this instance and version. */
        record None() implements LatestResult {}

        /** Being run now. */
        record Running() implements LatestResult {}

        /** The newest result is a pass. */
        record Passed(Instant finishedAt) implements LatestResult {}

        /** The newest result is anything else. */
        record NotPassed(Verdict verdict) implements LatestResult {}
    }

    /** What a field for SCIM results holds. */
    sealed interface ResultsLink {
        /** Nothing. */
        record Empty() implements ResultsLink {}

        /** A run of ours that proves what is required. */
        record Proven(String url) implements ResultsLink {}

        /** A run of ours that does not; the reason completes "The … result at this link is …". */
        record Refused(String url, String reason) implements ResultsLink {}

        /** A result kept elsewhere, taken on trust and marked. */
        record External(String url) implements ResultsLink {}
    }

    /** What became of the test account's details. */
    enum TestAccount {
        PRESENT,
        /** Deleted after a publication; new details are needed (G-22). */
        DELETED,
        /** Never entered; the field itself says so (G-04). */
        NEVER_ENTERED
    }
}
