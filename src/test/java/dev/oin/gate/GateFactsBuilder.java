package dev.oin.gate;

import dev.oin.gate.GateFacts.Installed;
import dev.oin.gate.GateFacts.LatestResult;
import dev.oin.gate.GateFacts.Published;
import dev.oin.gate.GateFacts.RequiredCase;
import dev.oin.gate.GateFacts.ResultsLink;
import dev.oin.gate.GateFacts.Submitter;
import dev.oin.gate.GateFacts.TestAccount;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts under which every requirement is met; a test breaks one thing. */
final class GateFactsBuilder {

    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Set<Protocol> protocols;
    private final Map<Protocol, Installed> instances = new EnumMap<>(Protocol.class);
    private final List<RequiredCase> cases = new ArrayList<>();
    private final Set<Protocol> justInTime = EnumSet.noneOf(Protocol.class);
    private SubmissionState state = SubmissionState.DRAFT;
    private SubmissionKind kind = SubmissionKind.NEW;
    private Submitter submitter = new Submitter(true, true);
    private List<Problem> problems = List.of();
    private boolean creates = true;
    private ResultsLink spec = new ResultsLink.Proven("/results/spec");
    private ResultsLink crud = new ResultsLink.Proven("/results/crud");
    private ResultsLink entitlements = new ResultsLink.External("https://results.example/entitlements");
    private @Nullable Published published;
    private boolean certified = true;
    private int manualOpen;
    private TestAccount testAccount = TestAccount.PRESENT;

    private GateFactsBuilder(Set<Protocol> protocols) {
        this.protocols = protocols;
        for (var protocol : protocols) {
            if (protocol.isSingleSignOn()) {
                instances.put(protocol, new Installed(protocol.name(), protocol.label() + " qa", true, true));
                cases.add(passed(protocol, "SP flow", Duration.ofHours(1)));
            }
        }
        if (protocols.contains(Protocol.SCIM)) {
            instances.put(Protocol.SCIM, new Installed("SCIM", "SCIM qa", true, false));
        }
    }

    static GateFactsBuilder readyToSubmit(Protocol... protocols) {
        return new GateFactsBuilder(Set.of(protocols));
    }

    static RequiredCase passed(Protocol protocol, String name, Duration ago) {
        return new RequiredCase(protocol, name, new LatestResult.Passed(NOW.minus(ago)));
    }

    GateFactsBuilder withState(SubmissionState other) {
        state = other;
        return this;
    }

    GateFactsBuilder withKind(SubmissionKind other) {
        kind = other;
        return this;
    }

    GateFactsBuilder withSubmitter(boolean mayTestAndSubmit, boolean companyEmail) {
        submitter = new Submitter(mayTestAndSubmit, companyEmail);
        return this;
    }

    GateFactsBuilder withProblems(Problem... found) {
        problems = List.of(found);
        return this;
    }

    GateFactsBuilder withoutInstance(Protocol protocol) {
        instances.remove(protocol);
        return this;
    }

    GateFactsBuilder withInstance(Protocol protocol, Installed installed) {
        instances.put(protocol, installed);
        return this;
    }

    GateFactsBuilder withCases(RequiredCase... required) {
        cases.clear();
        cases.addAll(List.of(required));
        return this;
    }

    GateFactsBuilder withJustInTime(Protocol protocol) {
        justInTime.add(protocol);
        return this;
    }

    GateFactsBuilder withoutCreate() {
        creates = false;
        return this;
    }

    GateFactsBuilder withSpec(ResultsLink link) {
        spec = link;
        return this;
    }

    GateFactsBuilder withCrud(ResultsLink link) {
        crud = link;
        return this;
    }

    GateFactsBuilder withEntitlements(ResultsLink link) {
        entitlements = link;
        return this;
    }

    /** A functional update of a version with these protocols, proven on its instances. */
    GateFactsBuilder updating(Protocol... published) {
        kind = SubmissionKind.FUNCTIONAL;
        var signOn = Protocol.singleSignOn(Set.of(published));
        return withPublished(
                signOn,
                signOn.stream()
                        .map(protocol -> passed(protocol, "SP flow", Duration.ofHours(1)))
                        .toArray(RequiredCase[]::new));
    }

    GateFactsBuilder withPublished(Set<Protocol> signOn, RequiredCase... required) {
        var installed = new EnumMap<Protocol, Installed>(Protocol.class);
        signOn.forEach(protocol ->
                installed.put(protocol, new Installed("old-" + protocol, protocol.label() + " live", true, true)));
        published = new Published(signOn, installed, List.of(required));
        return this;
    }

    GateFactsBuilder withPublishedInstance(Protocol protocol, @Nullable Installed other) {
        var known = Objects.requireNonNull(published);
        var installed = new HashMap<>(known.instances());
        installed.remove(protocol);
        if (other != null) {
            installed.put(protocol, other);
        }
        published = new Published(known.signOn(), installed, known.cases());
        return this;
    }

    GateFactsBuilder withManualOpen(int cases) {
        manualOpen = cases;
        return this;
    }

    GateFactsBuilder uncertified() {
        certified = false;
        return this;
    }

    GateFactsBuilder withTestAccount(TestAccount other) {
        testAccount = other;
        return this;
    }

    GateFacts build() {
        return new GateFacts(
                NOW,
                state,
                kind,
                protocols,
                submitter,
                problems,
                instances,
                justInTime,
                creates,
                cases,
                published,
                spec,
                crud,
                entitlements,
                certified,
                manualOpen,
                testAccount);
    }
}
