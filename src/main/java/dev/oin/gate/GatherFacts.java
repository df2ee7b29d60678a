package dev.oin.gate;

import dev.oin.account.Caller;
import dev.oin.account.Organizations;
import dev.oin.gate.GateFacts.Installed;
import dev.oin.gate.GateFacts.Published;
import dev.oin.gate.GateFacts.Submitter;
import dev.oin.gate.GateFacts.TestAccount;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.submission.Content;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.TestCredentials;
import dev.oin.submission.ValidateSubmission;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what the rules look at from the stages before. */
@Component
class GatherFacts {

    private final ValidateSubmission validation;
    private final TestCredentials credentials;
    private final LiveVersion live;
    private final Organizations organizations;
    private final StandingInstances instances;
    private final TesterResults results;
    private final ScimEvidence scim;
    private final Certifications certifications;
    private final ManualPlan manual;
    private final Clock clock;

    GatherFacts(
            ValidateSubmission validation,
            TestCredentials credentials,
            LiveVersion live,
            Organizations organizations,
            StandingInstances instances,
            TesterResults results,
            ScimEvidence scim,
            Certifications certifications,
            ManualPlan manual,
            Clock clock) {
        this.validation = validation;
        this.credentials = credentials;
        this.live = live;
        this.organizations = organizations;
        this.instances = instances;
        this.results = results;
        this.scim = scim;
        this.certifications = certifications;
        this.manual = manual;
        this.clock = clock;
    }

    GateFacts of(Submission submission, Caller caller) {
        var content = submission.content();
        var creates = content.configuration().scim() != null
                && content.configuration().scim().creates();
        return new GateFacts(
                clock.instant(),
                submission.state(),
                submission.kind(),
                content.protocols(),
                submitter(submission, caller),
                validation.problems(submission),
                installed(instances.current(submission)),
                justInTime(submission),
                creates,
                results.current(submission),
                published(submission),
                scim.spec(submission),
                scim.crud(submission),
                scim.entitlements(submission),
                certifications.isCertified(submission),
                manual.open(submission),
                testAccount(submission));
    }

    private @Nullable Published published(Submission submission) {
        return submission.kind() == SubmissionKind.FUNCTIONAL
                ? live.of(submission.integration())
                        .map(version -> published(submission, version.content()))
                        .orElse(null)
                : null;
    }

    private Published published(Submission update, Content content) {
        return new Published(
                content.singleSignOn(),
                installed(instances.published(update, content)),
                results.published(update, content));
    }

    private Submitter submitter(Submission submission, Caller caller) {
        var domain = caller.email().substring(caller.email().indexOf('@') + 1).toLowerCase(Locale.ROOT);
        var company = organizations.get(submission.organization());
        return new Submitter(
                caller.mayTestAndSubmit() && caller.isMemberOf(submission.organization()),
                company.verifiedDomains().contains(domain));
    }

    private static Map<Protocol, Installed> installed(Map<Protocol, Instance> current) {
        var installed = new EnumMap<Protocol, Installed>(Protocol.class);
        current.forEach((protocol, instance) -> installed.put(
                protocol,
                new Installed(
                        instance.id().toString(), instance.label(), instance.active(), instance.logoutEnabled())));
        return installed;
    }

    private static Set<Protocol> justInTime(Submission submission) {
        return submission.content().singleSignOn().stream()
                .filter(submission.content()::createsUsersJustInTime)
                .collect(Collectors.toSet());
    }

    private TestAccount testAccount(Submission submission) {
        return switch (credentials.passwordOf(submission.id())) {
            case PRESENT -> TestAccount.PRESENT;
            case DELETED -> TestAccount.DELETED;
            case NEVER_ENTERED -> TestAccount.NEVER_ENTERED;
        };
    }
}
