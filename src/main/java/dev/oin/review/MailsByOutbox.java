package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.review.ReviewDesk.Outcome;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses words and readers of each mail; the key of a transition keeps it from being sent twice. */
@Component
@Transactional
class MailsByOutbox implements ReviewMails {

    private final Submissions submissions;
    private final QueueRows queue;
    private final IssueRows issues;
    private final DecisionRows decisions;
    private final PromiseRows promises;
    private final IsvMoveRows moves;
    private final CredentialRows deletions;
    private final ReopenChecklist reviewed;
    private final CompareContent comparison;
    private final Chronicle chronicle;
    private final PostMail post;
    private final CatalogLinks catalogLinks;
    private final ChosenDates chosenDates;
    private final IsvLetters isv;
    private final ClosingLetters closing;
    private final TeamLetters team;
    private final ReviewProperties properties;
    private final Clock clock;

    MailsByOutbox(
            Submissions submissions,
            QueueRows queue,
            IssueRows issues,
            DecisionRows decisions,
            PromiseRows promises,
            IsvMoveRows moves,
            CredentialRows deletions,
            ReopenChecklist reviewed,
            CompareContent comparison,
            Chronicle chronicle,
            PostMail post,
            CatalogLinks catalogLinks,
            ChosenDates chosenDates,
            ReviewProperties properties,
            Clock clock) {
        this.submissions = submissions;
        this.queue = queue;
        this.issues = issues;
        this.decisions = decisions;
        this.promises = promises;
        this.moves = moves;
        this.deletions = deletions;
        this.reviewed = reviewed;
        this.comparison = comparison;
        this.chronicle = chronicle;
        this.post = post;
        this.catalogLinks = catalogLinks;
        this.chosenDates = chosenDates;
        this.properties = properties;
        this.clock = clock;
        var words = new MailWords(properties.publicUrl(), properties.zone());
        this.isv = new IsvLetters(words, properties.days().finalReview());
        this.closing = new ClosingLetters(words);
        this.team = new TeamLetters(words);
    }

    @Override
    public void sendReviewQueued(SubmissionId id) {
        var submission = submissions.get(id);
        var item = queue.find(id).orElseThrow(() -> new IllegalStateException("Not queued: " + id));
        if (returned(id, item.phase())) {
            sendFixReceived(id);
            return;
        }
        var entry = entry(item);
        post.toIsv(
                submission,
                entry,
                item.phase() == ReviewPhase.CATALOG
                        ? isv.catalogQueued(submission, item, changed(submission))
                        : isv.queued(submission, item));
        post.toTeam(submission, entry, team.queued(submission, item, false));
    }

    private boolean returned(SubmissionId id, ReviewPhase phase) {
        return decisions.of(id).stream()
                        .anyMatch(past -> past.outcome() == Outcome.RETURN
                                && past.phase().returnedState() == phase.returnedState())
                && issues.sentTo(id).stream().anyMatch(issue -> issue.status() == Issue.Status.ANSWERED);
    }

    private List<String> changed(Submission submission) {
        return reviewed
                .lastReviewed(submission)
                .map(version -> comparison.between(version.content(), submission.content()))
                .orElse(List.of())
                .stream()
                .map(CompareContent.Change::field)
                .toList();
    }

    /** The stay in the queue is the transition: it is the same however often the step runs. */
    private static String entry(ReviewItem item) {
        return item.phase() + "-" + item.enteredAt().toEpochMilli();
    }

    @Override
    public void sendFixReceived(SubmissionId id) {
        var submission = submissions.get(id);
        var item = queue.find(id).orElseThrow(() -> new IllegalStateException("Not queued: " + id));
        var answered = issues.sentTo(id).stream()
                .filter(issue -> issue.status() == Issue.Status.ANSWERED)
                .count();
        post.toIsv(submission, entry(item), isv.fixReceived(submission, item, answered));
        post.toTeam(submission, entry(item), team.queued(submission, item, true));
    }

    @Override
    public void sendReviewPassed(SubmissionId id) {
        var submission = submissions.get(id);
        var item = queue.find(id).orElseThrow(() -> new IllegalStateException("Not queued: " + id));
        post.toIsv(submission, entry(item), isv.passed(submission, item, chosenDates.of(id)));
    }

    @Override
    public void sendIssues(SubmissionId id) {
        var open = issues.unanswered(id);
        var phase = open.isEmpty() ? ReviewPhase.INITIAL : open.getLast().phase();
        var latest = open.isEmpty() ? "none" : open.getLast().id().toString();
        var submission = submissions.get(id);
        if (isPassed(id)) {
            post.toIsv(submission, latest, isv.notPublished(submission, open, phase));
            post.toTeam(submission, latest, team.notPublished(submission, open));
        } else {
            post.toIsv(submission, latest, isv.issues(submission, open, phase));
        }
    }

    /** Whether the team had no objection: then it was the last look before publication that had. */
    private boolean isPassed(SubmissionId id) {
        return decisions
                .latest(id)
                .filter(latest -> latest.outcome() == Outcome.APPROVE)
                .isPresent();
    }

    @Override
    public void sendPublished(SubmissionId id) {
        var submission = submissions.get(id);
        var deletion = deletions.plannedFor(id).orElseGet(() -> clock.instant().plus(properties.keepCredentials()));
        var letter = closing.published(submission, catalogLinks.of(submission), deletion);
        post.toIsv(submission, "v" + submission.submittedVersion(), letter);
    }

    @Override
    public void sendCredentialReminder(SubmissionId id) {
        var submission = submissions.get(id);
        deletions
                .plannedFor(id)
                .ifPresent(due -> post.toIsv(
                        submission, "due-" + due.toEpochMilli(), closing.credentialReminder(submission, due)));
    }

    @Override
    public void sendCredentialsDeleted(SubmissionId id) {
        var submission = submissions.get(id);
        var due = deletions.plannedFor(id).orElse(Instant.EPOCH);
        post.toIsv(submission, "deleted-" + due.toEpochMilli(), closing.credentialsDeleted(submission));
    }

    @Override
    public void sendWithdrawn(SubmissionId id) {
        var submission = submissions.get(id);
        moves.latest(id, IsvMove.Kind.WITHDRAWN)
                .ifPresent(move -> post.toIsv(
                        submission,
                        move.id().toString(),
                        closing.withdrawn(
                                submission, chronicle.nameOf(move.movedBy()), move.movedAt(), move.reason())));
    }

    @Override
    public void sendRejected(SubmissionId id) {
        var submission = submissions.get(id);
        decisions
                .latest(id)
                .filter(latest -> latest.outcome() == Outcome.REJECT)
                .ifPresent(rejection -> post.toIsv(
                        submission,
                        rejection.id().toString(),
                        closing.rejected(submission, rejection.note(), properties.statusQuestions())));
    }

    @Override
    public void sendReminder(SubmissionId id, int daysLeft) {
        var submission = submissions.get(id);
        post.toIsv(submission, silence(id) + "-" + daysLeft, isv.reminder(submission, daysLeft));
    }

    @Override
    public void sendSilenceWithdrawal(SubmissionId id) {
        var submission = submissions.get(id);
        post.toIsv(submission, silence(id) + "-over", isv.silent(submission));
    }

    private String silence(SubmissionId id) {
        return decisions.latest(id).map(latest -> latest.id().toString()).orElse("none");
    }

    @Override
    public void sendDateMoved(SubmissionId id) {
        var all = promises.of(id);
        if (all.size() < 2) {
            return;
        }
        var submission = submissions.get(id);
        var latest = all.getLast();
        var before = all.get(all.size() - 2).due();
        var reason = Objects.requireNonNullElse(latest.reason(), "the team needs more time");
        post.toIsv(
                submission,
                "moved-" + latest.setAt().toEpochMilli(),
                isv.dateMoved(submission, latest.due(), before, reason));
    }

    @Override
    public void sendOverdue(SubmissionId id) {
        var submission = submissions.get(id);
        queue.find(id).ifPresent(item -> {
            var key = "due-" + item.dueAt().toEpochMilli();
            var holder = item.assignee() == null ? "" : chronicle.nameOf(item.assignee());
            post.toIsv(submission, key, isv.overdue(submission, item));
            post.toLeads(submission, key, team.overdue(submission, item, holder));
        });
    }
}
