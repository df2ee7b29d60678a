package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.SuiteName;
import dev.oin.gate.Gate;
import dev.oin.gate.GateId;
import dev.oin.gate.ManualPlan;
import dev.oin.gate.PrepareSubmit;
import dev.oin.gate.Requirement;
import dev.oin.gate.ScimResults;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import dev.oin.web.portal.TestingView.LinkView;
import dev.oin.web.portal.TestingView.ScimView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up page 4's step for SCIM: the suites, where their results are, what the gate says of them. */
@Component
class ScimStepViews {

    private final PrepareSubmit prepare;
    private final Instances instances;
    private final TesterViews testerViews;
    private final ManualPlan plan;

    ScimStepViews(PrepareSubmit prepare, Instances instances, TesterViews testerViews, ManualPlan plan) {
        this.prepare = prepare;
        this.instances = instances;
        this.testerViews = testerViews;
        this.plan = plan;
    }

    ScimView view(Submission submission, Gate judged, Caller caller, boolean mayTest) {
        var instance = instances.of(submission.id()).stream()
                .filter(one -> one.has(Protocol.SCIM) && one.active())
                .filter(one -> instances.eligibility(one).isEligible())
                .findFirst();
        var id = instance.map(one -> one.id().toString()).orElse(null);
        var links = links(submission, prepare.resultsOf(submission.id(), caller).orElseGet(ScimResults::empty));
        return new ScimView(
                scimSuites(submission)
                        .map(name -> testerViews.suite(submission, name, id))
                        .toList(),
                mayTest && id != null,
                id,
                links,
                links.stream().anyMatch(link -> !link.url().isEmpty()),
                marks(judged),
                ManualPlanPage.path(submission),
                plan.open(submission));
    }

    private Stream<SuiteName> scimSuites(Submission submission) {
        return Stream.of(SuiteName.SCIM_SPEC, SuiteName.SCIM_CRUD, SuiteName.SCIM_ENTITLEMENTS)
                .filter(name -> name != SuiteName.SCIM_ENTITLEMENTS
                        || submission.content().has(Protocol.ENTITLEMENTS) && testerViews.isOffered(name));
    }

    private static List<LinkView> links(Submission submission, ScimResults entered) {
        var links = Stream.of(
                new LinkView("spec", "SPEC", text(entered.specResultsUrl())),
                new LinkView("crud", "CRUD", text(entered.crudResultsUrl())),
                new LinkView("entitlements", "entitlement", text(entered.entitlementsResultsUrl())));
        return links.filter(link -> !link.key().equals("entitlements")
                        || submission.content().has(Protocol.ENTITLEMENTS))
                .toList();
    }

    private static String text(@Nullable String url) {
        return Objects.requireNonNullElse(url, "");
    }

    /** What the gate says of the results that count: runs of ours, or links from elsewhere (G-16, G-17). */
    private static List<String> marks(Gate judged) {
        return judged.requirements().stream()
                .filter(requirement -> requirement.gate() == GateId.G_16 || requirement.gate() == GateId.G_17)
                .map(Requirement::message)
                .filter(message -> message.contains(" result "))
                .toList();
    }
}
