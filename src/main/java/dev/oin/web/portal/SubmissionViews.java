package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.catalog.Catalog;
import dev.oin.checks.CheckRuns;
import dev.oin.gate.EvaluateGate;
import dev.oin.gate.Gate;
import dev.oin.review.Issue;
import dev.oin.review.Issues;
import dev.oin.review.Rejections;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Chips;
import dev.oin.web.portal.SubmissionView.Notice;
import dev.oin.web.portal.SubmissionView.Stage;
import dev.oin.web.portal.SubmissionView.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up a submission's own page. */
@Component
class SubmissionViews {

    private final TurnLines lines;
    private final NextSteps steps;
    private final Issues issues;
    private final Versions versions;
    private final EvaluateGate gate;
    private final CheckRuns runs;
    private final Instances instances;
    private final IssueViews shownIssues;
    private final Rejections rejections;
    private final Catalog catalog;
    private final LiveVersion live;
    private final Submissions submissions;

    SubmissionViews(
            TurnLines lines,
            NextSteps steps,
            Issues issues,
            Versions versions,
            EvaluateGate gate,
            CheckRuns runs,
            Instances instances,
            IssueViews shownIssues,
            Rejections rejections,
            Catalog catalog,
            LiveVersion live,
            Submissions submissions) {
        this.lines = lines;
        this.steps = steps;
        this.issues = issues;
        this.versions = versions;
        this.gate = gate;
        this.runs = runs;
        this.instances = instances;
        this.shownIssues = shownIssues;
        this.rejections = rejections;
        this.catalog = catalog;
        this.live = live;
        this.submissions = submissions;
    }

    SubmissionView view(Submission submission, Caller caller, String tab, String opened) {
        var sent = issues.sentTo(submission.id());
        var line = lines.of(submission);
        var closed = closed(submission, caller);
        var state = submission.state();
        var mayAct = caller.isMemberOf(submission.organization()) && caller.mayTestAndSubmit();
        var resolving = mayAct && state.isWithIsvForFixes();
        var edited = isEdited(submission);
        var unanswered = (int) sent.stream().filter(Issue::isOpen).count();
        var published = versions.of(submission.integration());
        return new SubmissionView(
                submission.id().toString(),
                submission.displayName(),
                submission.version(),
                Chips.of(state),
                closed == null ? line.text() : "Why, and how to appeal, stands below",
                line.expected(),
                resolving ? null : primary(submission, caller),
                stages(submission),
                submission.round() > 1 ? "Round " + submission.round() + "." : null,
                notice(submission, unanswered, lines.takenBackFor(submission).isPresent()),
                published(submission, caller),
                closed,
                tabs(submission, sent, published, tab),
                shownIssues.of(submission, sent),
                caller.isMemberOf(submission.organization()) && caller.mayEdit() && !state.isDraft(),
                resolving,
                edited,
                edited ? submission.version() + 1 : submission.version(),
                resolving
                        ? gate.evaluate(submission.id(), caller)
                                .map(Gate::unmet)
                                .map(List::size)
                                .orElse(0)
                        : 0,
                unanswered,
                edited
                        ? "Barred: your settings hold an edit that was not sent. Resubmit it, or put the old values back."
                        : null,
                mayAct && (state.isWithTeam() || state.isWithIsvForFixes()),
                live.release(submission.integration()).isPresent(),
                caller.isMemberOf(submission.organization()) && caller.mayEdit() && state.isDraft(),
                submission.kind() == SubmissionKind.NEW ? "Delete draft" : "Discard update",
                loss(submission),
                Wizard.path(submission, WizardPage.TESTING),
                opened);
    }

    private SubmissionView.@Nullable Published published(Submission submission, Caller caller) {
        if (submission.state() != SubmissionState.PUBLISHED) {
            return null;
        }
        var isLive = live.release(submission.integration())
                .filter(release -> release.submission().equals(submission.id()))
                .isPresent();
        var path = isLive
                ? catalog.find(submission.integration())
                        .map(entry -> "/catalog/" + entry.slug())
                        .orElse(null)
                : null;
        var update = submissions
                .newest(submission.integration())
                .filter(IntegrationRows::isUpdate)
                .filter(open -> open.state() != SubmissionState.REJECTED)
                .map(open -> new IntegrationsView.Link("Open the update", "/submissions/" + open.id()))
                .orElse(null);
        return new SubmissionView.Published(
                path, isLive && caller.isMemberOf(submission.organization()) && caller.mayEdit(), update);
    }

    private SubmissionView.@Nullable Closed closed(Submission submission, Caller caller) {
        var mayCopy = caller.isMemberOf(submission.organization())
                && caller.mayEdit()
                && submission.kind() == SubmissionKind.NEW;
        return rejections
                .of(submission)
                .map(rejection -> new SubmissionView.Closed(
                        rejection.reason(),
                        rejection.rejectedAt(),
                        rejection.appeal(),
                        mayCopy ? submission.submittedVersion() : null,
                        live.release(submission.integration())
                                .map(release -> "/submissions/" + release.submission() + "#edit")
                                .orElse(null)))
                .orElse(null);
    }

    private IntegrationsView.@Nullable Link primary(Submission submission, Caller caller) {
        var instead = lines.takenBackFor(submission);
        if (instead.isPresent()) {
            return new IntegrationsView.Link(
                    "Open the version that is live",
                    "/submissions/" + instead.get().submission());
        }
        return caller.isMemberOf(submission.organization()) && NextSteps.isWork(submission)
                ? steps.of(submission, caller)
                : null;
    }

    /** Whether the content differs from what was submitted. */
    private boolean isEdited(Submission submission) {
        var submitted = submission.submittedVersion();
        return submitted != null
                && versions.find(submission.integration(), submitted)
                        .filter(version -> !version.hash().equals(submission.contentHash()))
                        .isPresent();
    }

    private static List<Stage> stages(Submission submission) {
        var state = submission.state();
        return List.of(
                new Stage("Draft", state.isDraft()),
                new Stage("Initial review", state == SubmissionState.INITIAL_REVIEW),
                new Stage("Your turn", state.isWithIsvForFixes()),
                new Stage("QA", state == SubmissionState.QA_TESTING || state == SubmissionState.FINAL_REVIEW),
                new Stage("Published", state == SubmissionState.PUBLISHED || state == SubmissionState.PUBLISHING));
    }

    private static @Nullable Notice notice(Submission submission, int unanswered, boolean takenBack) {
        var issues = unanswered == 1 ? "1 issue" : unanswered + " issues";
        return switch (submission.state()) {
            case ISV_REVIEW ->
                new Notice(
                        "turn",
                        "turn",
                        "Your turn: %s from the initial review.".formatted(issues),
                        "Each says what was seen and what to change.");
            case ISV_FIX ->
                new Notice(
                        "turn",
                        "turn",
                        "Your turn: %s from QA.".formatted(issues),
                        "Each says what was seen and what to change.");
            case PUBLISHED ->
                takenBack
                        ? new Notice(
                                "turn",
                                "warning",
                                "The OIN team took this version back.",
                                "The mail and the timeline say why. Correct it in an update of the version that is live.")
                        : new Notice(
                                "good",
                                "check-circle",
                                submission.displayName() + " is in the catalog.",
                                "Installed copies keep working through every later change.");
            default -> null;
        };
    }

    private List<Tab> tabs(Submission submission, List<Issue> sent, List<Version> all, String tab) {
        var base = "/submissions/" + submission.id();
        return List.of(
                new Tab("Issues", base, sent.size(), tab.equals("issues")),
                new Tab("Timeline", base + "/timeline", null, tab.equals("timeline")),
                new Tab("Versions", base + "/versions", all.size(), tab.equals("versions")),
                new Tab("Runs", base + "/runs", runs.count(submission.id()), tab.equals("runs")),
                new Tab("Audit", base + "/audit", null, tab.equals("audit")));
    }

    private String loss(Submission submission) {
        var words = submission.kind() == SubmissionKind.NEW
                ? "This deletes the draft with %s and %s. It cannot be undone."
                : "This deletes the update with %s and %s. The published version stays in the catalog as it is.";
        return words.formatted(
                count(
                        (int) instances.of(submission.id()).stream()
                                .filter(instance -> instance.submission().equals(submission.id()))
                                .filter(instance -> instance.kind() == Instance.Kind.CURRENT)
                                .count(),
                        "instance"),
                count(runs.count(submission.id()), "run"));
    }

    private static String count(int number, String word) {
        return number == 1 ? "1 " + word : "%d %ss".formatted(number, word);
    }
}
