package dev.oin.web.api;

import dev.oin.account.Account;
import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.DeskAnswer;
import dev.oin.review.DiscussIssue;
import dev.oin.review.Issue;
import dev.oin.review.IssueMessage;
import dev.oin.review.Issues;
import dev.oin.review.ReplyToIssues;
import dev.oin.review.ReviewPhase;
import dev.oin.review.WithdrawSubmission;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import dev.oin.web.frame.SeenAccounts;
import dev.oin.web.problems.DeskAnswers;
import dev.oin.web.problems.Problems;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ISV's side of a review: issues, answers, withdrawal. */
@RestController
@RequestMapping("/api/v1/submissions/{id}")
class IssueCalls {

    private final ReadSubmission reading;
    private final Submissions submissions;
    private final Issues issues;
    private final DiscussIssue discuss;
    private final ReplyToIssues reply;
    private final WithdrawSubmission withdraw;
    private final SubmissionAnswers answers;
    private final SeenAccounts accounts;

    IssueCalls(
            ReadSubmission reading,
            Submissions submissions,
            Issues issues,
            DiscussIssue discuss,
            ReplyToIssues reply,
            WithdrawSubmission withdraw,
            SubmissionAnswers answers,
            SeenAccounts accounts) {
        this.reading = reading;
        this.submissions = submissions;
        this.issues = issues;
        this.discuss = discuss;
        this.reply = reply;
        this.withdraw = withdraw;
        this.answers = answers;
        this.accounts = accounts;
    }

    @GetMapping("/issues")
    ResponseEntity<Object> issues(Caller caller, @PathVariable UUID id, Paging paging) {
        return of(caller, id, submission -> {
            var isReviewer = caller.isStaff() && !caller.belongsTo(submission.organization());
            var visible = isReviewer ? issues.of(submission.id()) : issues.sentTo(submission.id());
            return ResponseEntity.ok(Page.of(show(submission.id(), visible), paging));
        });
    }

    @PostMapping("/issues/{number}/messages")
    ResponseEntity<Object> say(
            Caller caller, @PathVariable UUID id, @PathVariable int number, @RequestBody Message body) {
        var submission = new SubmissionId(id);
        return DeskAnswers.of(
                discuss.say(submission, number, Objects.requireNonNullElse(body.text(), ""), caller),
                () -> issues.find(submission, number)
                        .<ResponseEntity<Object>>map(issue -> ResponseEntity.ok(show(issue, issues.messagesOf(issue))))
                        .orElseGet(() -> Problems.notFound().answer()));
    }

    @PostMapping("/reply")
    ResponseEntity<Object> reply(Caller caller, @PathVariable UUID id, @RequestBody Reply body) {
        var texts = new HashMap<Integer, String>();
        for (var answer : body.answers() == null ? List.<Answer>of() : body.answers()) {
            texts.put(answer.issue(), Objects.requireNonNullElse(answer.text(), ""));
        }
        return moved(reply.reply(new SubmissionId(id), texts, caller), id);
    }

    @PostMapping("/withdraw")
    ResponseEntity<Object> withdraw(Caller caller, @PathVariable UUID id, @RequestBody Withdrawal body) {
        return moved(
                withdraw.withdraw(new SubmissionId(id), Objects.requireNonNullElse(body.reason(), ""), caller), id);
    }

    private ResponseEntity<Object> moved(DeskAnswer answer, UUID id) {
        return DeskAnswers.of(answer, () -> answers.ok(submissions.get(new SubmissionId(id))));
    }

    private ResponseEntity<Object> of(Caller caller, UUID id, Function<Submission, ResponseEntity<Object>> answer) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) -> answer.apply(submission);
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    /** With all messages, read at once. */
    List<IssueAnswer> show(SubmissionId submission, List<Issue> some) {
        var messages = issues.messagesOf(submission);
        return some.stream()
                .map(issue -> show(issue, messages.getOrDefault(issue.id(), List.of())))
                .toList();
    }

    private IssueAnswer show(Issue issue, List<IssueMessage> messages) {
        var run = issue.evidence().run();
        return new IssueAnswer(
                issue.number(),
                issue.phase(),
                issue.round(),
                issue.version(),
                issue.check(),
                issue.field(),
                issue.severity(),
                issue.text(),
                issue.status(),
                issue.isSent(),
                issue.raisedAt(),
                issue.fixedAt(),
                new EvidenceAnswer(
                        run, issue.evidence().seen(), issue.evidence().byCheck()),
                messages.stream()
                        .map(message -> new MessageAnswer(
                                nameOf(message.author()), message.fromTeam(), message.text(), message.at()))
                        .toList());
    }

    private String nameOf(AccountId account) {
        return accounts.find(account).map(Account::displayName).orElse("");
    }

    record Message(@Nullable String text) {}

    record Reply(@Nullable List<Answer> answers) {}

    record Answer(int issue, @Nullable String text) {}

    record Withdrawal(@Nullable String reason) {}

    record IssueAnswer(
            int number,
            ReviewPhase phase,
            int round,
            @Nullable Integer version,
            String check,
            @Nullable String field,
            Issue.Severity severity,
            String text,
            Issue.Status status,
            boolean sent,
            Instant raisedAt,
            @Nullable Instant fixedAt,
            EvidenceAnswer evidence,
            List<MessageAnswer> messages) {}

    /** What the issue rests on; {@code by_check}: the check's passing settles it. */
    record EvidenceAnswer(@Nullable RunId runId, String seen, boolean byCheck) {}

    record MessageAnswer(String by, boolean fromTeam, String text, Instant at) {}
}
