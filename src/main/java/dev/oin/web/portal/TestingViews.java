package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.SuiteName;
import dev.oin.gate.EvaluateGate;
import dev.oin.gate.Gate;
import dev.oin.gate.GateId;
import dev.oin.gate.PrepareSubmit;
import dev.oin.kernel.Protocol;
import dev.oin.review.Forecast;
import dev.oin.sandbox.CombinedInstance;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.InstanceRules;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.RequiredInstance;
import dev.oin.sandbox.RequiredInstances;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.web.frame.Chip;
import dev.oin.web.portal.TestingView.Phase;
import dev.oin.web.portal.TestingView.Required;
import dev.oin.web.portal.TestingView.ScimView;
import dev.oin.web.portal.TestingView.SuiteView;
import dev.oin.web.portal.TestingView.TesterView;
import dev.oin.web.portal.TestingView.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up page 4: what is proven, what comes next. */
@Component
class TestingViews {

    private final EvaluateGate gate;
    private final PrepareSubmit prepare;
    private final RequiredInstances required;
    private final Instances instances;
    private final InstanceViews instanceViews;
    private final TesterViews testerViews;
    private final Forecast forecast;
    private final ScimStepViews scimViews;

    TestingViews(
            EvaluateGate gate,
            PrepareSubmit prepare,
            RequiredInstances required,
            Instances instances,
            InstanceViews instanceViews,
            TesterViews testerViews,
            Forecast forecast,
            ScimStepViews scimViews) {
        this.gate = gate;
        this.prepare = prepare;
        this.required = required;
        this.instances = instances;
        this.instanceViews = instanceViews;
        this.testerViews = testerViews;
        this.forecast = forecast;
        this.scimViews = scimViews;
    }

    TestingView view(Submission submission, Caller caller, boolean all) {
        var judged = gate.evaluate(submission.id(), caller).orElseThrow(Missing::new);
        var mayTest = caller.isMemberOf(submission.organization()) && caller.mayTestAndSubmit();
        var isOpenForTests = mayTest && submission.state().isEditable();
        var needed = required.of(submission);
        var missing = (int) needed.stream()
                .filter(one -> required.standing(submission, one).isEmpty())
                .count();
        var testers = testerViews.testers(submission, isOpenForTests);
        var scim = isTested(submission) && submission.content().has(Protocol.SCIM)
                ? scimViews.view(submission, judged, caller, isOpenForTests)
                : null;
        return new TestingView(
                mayTest,
                first(judged, missing, testers, scim),
                judged.isOpen(),
                isReady(judged),
                prepare.isCertified(submission),
                judged.met(),
                judged.applicable(),
                judged.unmet().size(),
                submission.state().isDraft()
                        ? forecast.ifSubmittedNow(submission).stream()
                                .map(step -> new Phase(step.phase().label(), step.by()))
                                .toList()
                        : List.of(),
                needed.stream()
                        .map(one -> needed(submission, one, isOpenForTests))
                        .toList(),
                missing,
                !submission.content().configuration().variables().isEmpty(),
                variables(submission),
                isTested(submission) ? combined(submission) : null,
                instanceViews.of(submission, all),
                instanceViews.hidden(submission, all),
                isOpenForTests && isTested(submission) ? InstanceOffers.of(submission) : List.of(),
                all,
                Wizard.path(submission, dev.oin.submission.WizardPage.TESTING)
                        + (all ? "#instances" : "?instances=all#instances"),
                isTested(submission) && testerViews.isOffered(SuiteName.PREFLIGHT)
                        ? testerViews.suite(submission, SuiteName.PREFLIGHT, null)
                        : null,
                testers,
                scim,
                advice(submission),
                GateViews.applicable(judged, submission),
                GateViews.notApplicable(judged, submission),
                GateViews.firstUnmet(judged, submission));
    }

    /** The first thing undone. */
    private static String first(Gate judged, int missing, List<TesterView> testers, @Nullable ScimView scim) {
        if (missing > 0) {
            return "generate";
        }
        return testers.stream()
                .filter(tester -> tester.runnable() && !tester.isProven())
                .map(TesterView::key)
                .findFirst()
                .or(() -> scim == null
                        ? Optional.empty()
                        : scim.suites().stream()
                                .filter(suite -> isUnmet(judged, suite))
                                .map(SuiteView::key)
                                .findFirst())
                .orElse("submit");
    }

    private static boolean isUnmet(Gate judged, SuiteView suite) {
        var gate = Map.of(
                        SuiteName.SCIM_SPEC.text(), GateId.G_14,
                        SuiteName.SCIM_CRUD.text(), GateId.G_15,
                        SuiteName.SCIM_ENTITLEMENTS.text(), GateId.G_17)
                .get(suite.key());
        return judged.unmet().stream().anyMatch(requirement -> requirement.gate() == gate);
    }

    /** Nothing is missing but the certification, which is given with the same press. */
    private static boolean isReady(Gate judged) {
        return judged.unmet().stream()
                .allMatch(requirement -> requirement.gate() == GateId.G_20 && requirement.protocol() == null);
    }

    private Required needed(Submission submission, RequiredInstance one, boolean mayGenerate) {
        var found = required.standing(submission, one);
        return new Required(
                one.protocol().label(),
                one.kind() == Instance.Kind.CURRENT ? "current" : "published",
                found.isPresent()
                        ? new Chip("good", "check", "detected")
                        : new Chip("neutral", "hollow", "No instance detected"),
                found.map(instance -> instance.label() + (instance.active() ? ", active" : ", inactive"))
                        .orElse(""),
                found.isEmpty() && mayGenerate ? generate(submission, one) : null);
    }

    private static String generate(Submission submission, RequiredInstance one) {
        return "/submissions/%s/instances/new?kind=%s&protocols=%s"
                .formatted(
                        submission.id(),
                        one.kind().name().toLowerCase(Locale.ROOT),
                        one.protocol().name());
    }

    private static List<Variable> variables(Submission submission) {
        return submission.content().configuration().variables().stream()
                .filter(variable -> variable.name() != null)
                .map(variable -> new Variable(
                        Objects.requireNonNullElse(variable.label(), String.valueOf(variable.name())),
                        String.valueOf(variable.name())))
                .toList();
    }

    private static @Nullable String combined(Submission submission) {
        return switch (InstanceRules.combined(submission.content())) {
            case CombinedInstance.Allowed() -> "Sign-on and SCIM may also share one instance.";
            case CombinedInstance.Refused(var because) -> "Each protocol needs its own instance. " + because;
            case CombinedInstance.NotApplicable() -> null;
        };
    }

    /** Universal Logout has a panel of its own. */
    private List<SuiteView> advice(Submission submission) {
        return Stream.of(
                        new Advice(SuiteName.SIGN_ON_ADVICE, Protocol.SAML),
                        new Advice(SuiteName.SIGN_ON_ADVICE, Protocol.OIDC),
                        new Advice(SuiteName.SAML_SECURITY, Protocol.SAML),
                        new Advice(SuiteName.OIDC_SECURITY, Protocol.OIDC),
                        new Advice(SuiteName.SCIM_RFC, Protocol.SCIM))
                .filter(advice -> isTested(submission))
                .filter(advice -> submission.content().has(advice.protocol()) && testerViews.isOffered(advice.suite()))
                .map(advice -> {
                    var instance = instanceFor(submission, advice.protocol());
                    return advice.suite() == SuiteName.SIGN_ON_ADVICE
                            ? testerViews.suite(submission, advice.suite(), advice.protocol(), instance)
                            : testerViews.suite(submission, advice.suite(), instance);
                })
                .toList();
    }

    /** A catalog-only update needs no test. */
    private static boolean isTested(Submission submission) {
        return submission.kind() != SubmissionKind.CATALOG;
    }

    private record Advice(SuiteName suite, Protocol protocol) {}

    private @Nullable String instanceFor(Submission submission, Protocol protocol) {
        return instances.of(submission.id()).stream()
                .filter(one -> one.active() && instances.eligibility(one).isEligible())
                .filter(one -> one.has(protocol))
                .map(one -> one.id().toString())
                .findFirst()
                .orElse(null);
    }
}
