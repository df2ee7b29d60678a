package dev.oin.web.review;

import dev.oin.account.Accounts;
import dev.oin.account.Caller;
import dev.oin.account.Organizations;
import dev.oin.checks.CheckRun;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.CompareContent;
import dev.oin.review.CompareRuns;
import dev.oin.review.Issue;
import dev.oin.review.IssueMessage;
import dev.oin.review.Presence;
import dev.oin.review.ReviewItem;
import dev.oin.review.ReviewPhase;
import dev.oin.review.Waiver;
import dev.oin.review.Workspace;
import dev.oin.submission.Configuration;
import dev.oin.submission.Saml;
import dev.oin.submission.Scim;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Chips;
import dev.oin.web.review.WorkspaceView.ComparisonView;
import dev.oin.web.review.WorkspaceView.DifferenceView;
import dev.oin.web.review.WorkspaceView.EventView;
import dev.oin.web.review.WorkspaceView.Fact;
import dev.oin.web.review.WorkspaceView.FindingLine;
import dev.oin.web.review.WorkspaceView.Guide;
import dev.oin.web.review.WorkspaceView.IssueView;
import dev.oin.web.review.WorkspaceView.MessageView;
import dev.oin.web.review.WorkspaceView.NoteView;
import dev.oin.web.review.WorkspaceView.RejectionView;
import dev.oin.web.review.WorkspaceView.RunLine;
import dev.oin.web.review.WorkspaceView.TallyView;
import dev.oin.web.review.WorkspaceView.WaiverView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws a workspace for its reader. */
@Component
class WorkspaceViews {

    private final Accounts accounts;
    private final Organizations organizations;
    private final CompareContent contents;
    private final Presence presence;
    private final Clock clock;

    WorkspaceViews(
            Accounts accounts, Organizations organizations, CompareContent contents, Presence presence, Clock clock) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.contents = contents;
        this.presence = presence;
        this.clock = clock;
    }

    WorkspaceView show(Workspace workspace, Caller caller) {
        var submission = workspace.submission();
        var item = workspace.item();
        var holder = item.map(ReviewItem::assignee);
        var mine = holder.filter(caller.account()::equals).isPresent();
        var open = item.filter(waiting -> waiting.task() != null).isPresent();
        var may = open && caller.isAnalyst() && !caller.belongsTo(submission.organization());
        var names = Names.of(accounts, submission.organization());
        return new WorkspaceView(
                submission.id(),
                submission.displayName(),
                organizations.get(submission.organization()).name(),
                submission.submittedVersion() == null ? submission.version() : submission.submittedVersion(),
                submission.round(),
                Chips.forTeam(submission.state()),
                workspace.phase().label(),
                open,
                item.map(waiting -> QueueRowViews.dueChip(waiting, clock)).orElse(null),
                item.map(ReviewItem::dueAt).orElse(null),
                holder.map(names::of).orElse(""),
                mine,
                may && holder.isEmpty(),
                may && (mine || holder.isEmpty()),
                caller.isLead(),
                workspace.phase() == ReviewPhase.QA || workspace.phase() == ReviewPhase.FINAL,
                approveWord(workspace.phase()),
                because(workspace),
                ChecklistView.of(workspace, names),
                workspace.changes(),
                workspace.lastReviewed().map(version -> version.number()).orElse(null),
                facts(submission),
                guides(submission.content().configuration()),
                workspace.runs().stream().map(WorkspaceViews::run).toList(),
                workspace.findings().stream()
                        .map(found -> new FindingLine(
                                found.check().value(),
                                found.title(),
                                Chips.of(found.outcome().verdict()),
                                found.outcome().expected(),
                                found.outcome().observed()))
                        .toList(),
                workspace.issues().stream()
                        .map(issue -> issue(issue, workspace.messages().getOrDefault(issue.id(), List.of()), names))
                        .toList(),
                workspace.notes().stream()
                        .map(note -> new NoteView(names.of(note.author()), note.text(), note.at()))
                        .toList(),
                workspace.history().reversed().stream()
                        .map(event -> new EventView(event.text(), names.of(event.by()), event.at()))
                        .toList(),
                workspace.waivers().stream()
                        .map(waiver -> waiver(waiver, names, caller))
                        .toList(),
                workspace.reasons(),
                workspace.lookAwaited(),
                workspace
                        .rejection()
                        .map(proposal -> new RejectionView(
                                names.of(proposal.proposedBy()),
                                proposal.reason(),
                                proposal.proposedAt(),
                                caller.isLead() && !proposal.proposedBy().equals(caller.account()),
                                caller.isLead() || proposal.proposedBy().equals(caller.account())))
                        .orElse(null),
                item.map(ReviewItem::handover)
                        .filter(left -> !left.note().isEmpty())
                        .map(left -> names.of(left.by()) + ": " + left.note())
                        .orElse(""),
                presence.others(submission.id(), caller).stream().map(names::of).toList(),
                workspace.comparisons().stream().map(WorkspaceViews::comparison).toList());
    }

    /** The caller is there; who else is. */
    List<String> present(SubmissionId id, Caller caller) {
        presence.seen(id, caller);
        var names = Names.ofTeam(accounts);
        return presence.others(id, caller).stream().map(names::of).toList();
    }

    private static ComparisonView comparison(CompareRuns.Comparison suite) {
        return new ComparisonView(
                suite.suite().label(),
                suite.isv() == null ? null : tally(suite.isv()),
                suite.ours() == null ? null : tally(suite.ours()),
                suite.differences().stream()
                        .map(difference -> new DifferenceView(
                                difference.check(),
                                difference.title(),
                                Chips.of(difference.isv()),
                                Chips.of(difference.ours())))
                        .toList());
    }

    private static TallyView tally(CompareRuns.Tally tally) {
        return new TallyView(
                "/runs/" + tally.run(), Chips.of(tally.verdict()), "%d of %d".formatted(tally.passed(), tally.total()));
    }

    private static WaiverView waiver(Waiver waiver, Names names, Caller caller) {
        var own = waiver.waivedBy().equals(caller.account());
        return new WaiverView(
                waiver.id(),
                waiver.check(),
                waiver.reason(),
                waiver.until(),
                names.of(waiver.waivedBy()),
                waiver.isProposed() ? "" : names.of(waiver.confirmedBy()),
                waiver.isProposed() && caller.isLead() && !own,
                caller.isLead() || (waiver.isProposed() && own));
    }

    private static String approveWord(ReviewPhase phase) {
        return switch (phase) {
            case INITIAL -> "Approve: goes to QA";
            case QA, FINAL, CATALOG -> "Approve: is published";
        };
    }

    private List<String> because(Workspace workspace) {
        var reasons = new ArrayList<String>();
        if (workspace.submission().round() > 1) {
            reasons.add("submitted again");
        }
        var answered = workspace.issues().stream()
                .filter(issue -> issue.status() == Issue.Status.ANSWERED)
                .count();
        if (answered > 0) {
            reasons.add(answered == 1 ? "1 issue answered" : answered + " issues answered");
        }
        workspace.changes().stream()
                .filter(CompareContent.Change::risk)
                .forEach(change -> reasons.add(change.field() + " changed"));
        return reasons.isEmpty() ? List.of("submitted for the first time") : reasons;
    }

    private List<Fact> facts(Submission submission) {
        return contents.fields(submission.content()).entrySet().stream()
                .map(field -> new Fact(field.getKey(), field.getValue()))
                .toList();
    }

    private static List<Guide> guides(Configuration configuration) {
        var guides = new ArrayList<Guide>();
        add(guides, "OIDC guide", Optional.ofNullable(configuration.oidc()).map(Configuration.Oidc::configGuideUrl));
        add(guides, "SAML guide", Optional.ofNullable(configuration.saml()).map(Saml::configGuideUrl));
        add(guides, "SCIM guide", Optional.ofNullable(configuration.scim()).map(Scim::configGuideUrl));
        return guides;
    }

    /** Only web addresses become links, whatever was typed. */
    private static void add(List<Guide> guides, String label, Optional<String> url) {
        url.filter(address -> address.startsWith("https://") || address.startsWith("http://"))
                .ifPresent(address -> guides.add(new Guide(label, address)));
    }

    private static RunLine run(CheckRun run) {
        return new RunLine(
                "/runs/" + run.id(),
                run.suite().label(),
                run.origin() == CheckRun.Origin.QA ? "Ours" : "ISV",
                Chips.of(run),
                run.version(),
                run.finishedAt());
    }

    private static IssueView issue(Issue issue, List<IssueMessage> messages, Names names) {
        var run = issue.evidence().run();
        return new IssueView(
                issue.number(),
                issue.check(),
                issue.field(),
                ReviewChips.of(issue.severity()),
                ReviewChips.of(issue.status()),
                issue.status(),
                issue.isSent(),
                issue.text(),
                issue.evidence().seen(),
                run == null ? null : "/runs/" + run,
                issue.evidence().byCheck(),
                issue.round(),
                issue.fixedAt(),
                messages.stream()
                        .map(message -> new MessageView(
                                names.of(message.author()), message.fromTeam(), message.text(), message.at()))
                        .toList());
    }
}
