package dev.oin.web.api;

import dev.oin.account.Account;
import dev.oin.checks.CheckRun;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ChecklistEntry;
import dev.oin.review.CompareContent;
import dev.oin.review.ReviewDesk;
import dev.oin.review.ReviewPhase;
import dev.oin.review.Workspace;
import dev.oin.web.frame.SeenAccounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A reviewer's workspace, as the API shows it. */
@Component
class WorkspaceAnswers {

    private final SubmissionAnswers submissions;
    private final IssueCalls issues;
    private final SeenAccounts accounts;

    WorkspaceAnswers(SubmissionAnswers submissions, IssueCalls issues, SeenAccounts accounts) {
        this.submissions = submissions;
        this.issues = issues;
        this.accounts = accounts;
    }

    Answer show(Workspace workspace) {
        return new Answer(
                workspace.submission().id(),
                submissions.show(workspace.submission()),
                workspace.phase(),
                workspace.item().map(item -> item.task()).orElse(null),
                workspace.item().map(item -> name(item.assignee())).orElse(null),
                workspace.item().map(item -> item.dueAt()).orElse(null),
                workspace.lastReviewed().map(version -> version.number()).orElse(null),
                workspace.changes(),
                workspace.checklist().stream()
                        .map(entry -> item(entry, workspace.submission().submittedVersion()))
                        .toList(),
                workspace.runs().stream().map(WorkspaceAnswers::run).toList(),
                workspace.findings().stream()
                        .map(found -> new FindingAnswer(
                                found.check().value(),
                                found.title(),
                                found.outcome().verdict(),
                                found.outcome().expected(),
                                found.outcome().observed()))
                        .toList(),
                issues.show(workspace.submission().id(), workspace.issues()),
                workspace.waivers().stream()
                        .map(waiver -> new WaiverAnswer(
                                waiver.id(),
                                waiver.check(),
                                waiver.reason(),
                                waiver.until(),
                                name(waiver.waivedBy()),
                                name(waiver.confirmedBy())))
                        .toList(),
                workspace.notes().stream()
                        .map(note -> new NoteAnswer(name(note.author()), note.text(), note.at()))
                        .toList(),
                workspace.decisions().stream()
                        .map(past -> new DecisionAnswer(
                                past.phase(),
                                past.round(),
                                past.version(),
                                past.outcome(),
                                past.note(),
                                name(past.decidedBy()),
                                past.decidedAt()))
                        .toList(),
                workspace.history().stream()
                        .map(event -> new EventAnswer(event.what(), event.text(), name(event.by()), event.at()))
                        .toList(),
                workspace
                        .rejection()
                        .map(proposal -> new RejectionAnswer(
                                name(proposal.proposedBy()), proposal.reason(), proposal.proposedAt()))
                        .orElse(null),
                workspace.logoutTests().stream()
                        .map(test -> LogoutRecordAnswer.of(test.record()))
                        .toList());
    }

    private Item item(ChecklistEntry entry, @Nullable Integer submitted) {
        return new Item(
                entry.id(),
                entry.text(),
                entry.machine(),
                entry.result(),
                entry.note(),
                entry.suggestion(),
                entry.seen(),
                entry.evidence(),
                entry.blocked(),
                entry.version(),
                entry.isApprovedBefore(submitted),
                name(entry.judgedBy()),
                entry.judgedAt());
    }

    private static RunAnswer run(CheckRun run) {
        return new RunAnswer(
                run.id(), run.suite(), run.origin(), run.status(), run.verdict(), run.version(), run.finishedAt());
    }

    private @Nullable String name(@Nullable AccountId account) {
        return account == null
                ? null
                : accounts.find(account).map(Account::displayName).orElse(null);
    }

    record Answer(
            SubmissionId submissionId,
            SubmissionAnswer submission,
            ReviewPhase phase,
            @Nullable String task,
            @Nullable String assignee,
            @Nullable Instant dueAt,
            @Nullable Integer lastReviewedVersion,
            List<CompareContent.Change> diff,
            List<Item> checklist,
            List<RunAnswer> runs,
            List<FindingAnswer> findings,
            List<IssueCalls.IssueAnswer> issues,
            List<WaiverAnswer> waivers,
            List<NoteAnswer> notes,
            List<DecisionAnswer> decisions,
            List<EventAnswer> history,
            @Nullable RejectionAnswer proposedRejection,
            List<LogoutRecordAnswer> logoutTests) {}

    record Item(
            String id,
            String text,
            String by,
            ChecklistEntry.@Nullable Result result,
            String note,
            ChecklistEntry.@Nullable Result suggestion,
            String seen,
            @Nullable String evidence,
            boolean blocked,
            @Nullable Integer version,
            boolean approvedBefore,
            @Nullable String judgedBy,
            @Nullable Instant judgedAt) {}

    record RunAnswer(
            RunId id,
            SuiteName suite,
            CheckRun.Origin origin,
            CheckRun.Status status,
            @Nullable Verdict verdict,
            int version,
            @Nullable Instant finishedAt) {}

    record FindingAnswer(String check, String title, Verdict verdict, String expected, String observed) {}

    /** {@code confirmed_by} is null while the waiver waits for a lead and does not count. */
    record WaiverAnswer(
            UUID id,
            String check,
            String reason,
            LocalDate until,
            @Nullable String by,
            @Nullable String confirmedBy) {}

    /** A rejection that waits for a lead. */
    record RejectionAnswer(@Nullable String by, String reason, Instant at) {}

    record NoteAnswer(@Nullable String by, String text, Instant at) {}

    record DecisionAnswer(
            ReviewPhase phase,
            int round,
            @Nullable Integer version,
            ReviewDesk.Outcome outcome,
            String note,
            @Nullable String by,
            Instant at) {}

    record EventAnswer(String what, String text, @Nullable String by, Instant at) {}
}
