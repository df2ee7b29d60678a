package dev.oin.web.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.oin.account.Caller;
import dev.oin.kernel.Problem;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.DeskAnswer;
import dev.oin.review.DiscussIssue;
import dev.oin.review.Issues;
import dev.oin.review.ReplyToIssues;
import dev.oin.review.WithdrawSubmission;
import dev.oin.submission.CreateSubmission;
import dev.oin.submission.DeleteDraft;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Flash;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What members do with a submission as a whole: build, answer, withdraw, delete. */
@Controller
@RequestMapping("/submissions")
class SubmissionActions {

    private final CreateSubmission create;
    private final DeleteDraft delete;
    private final DiscussIssue discuss;
    private final ReplyToIssues reply;
    private final WithdrawSubmission withdraw;
    private final Issues issues;
    private final Wizard wizard;
    private final NextSteps steps;

    SubmissionActions(
            CreateSubmission create,
            DeleteDraft delete,
            DiscussIssue discuss,
            ReplyToIssues reply,
            WithdrawSubmission withdraw,
            Issues issues,
            Wizard wizard,
            NextSteps steps) {
        this.create = create;
        this.delete = delete;
        this.discuss = discuss;
        this.reply = reply;
        this.withdraw = withdraw;
        this.issues = issues;
        this.wizard = wizard;
        this.steps = steps;
    }

    @PostMapping
    String create(Caller caller, RedirectAttributes next) {
        var document = JsonNodeFactory.instance.objectNode();
        document.putArray("protocols");
        return switch (create.create(caller, document)) {
            case CreateSubmission.Outcome.Created(var submission) ->
                "redirect:" + Wizard.path(submission, WizardPage.PROTOCOLS);
            case CreateSubmission.Outcome.TooMany(var most) ->
                go(
                        "/",
                        Flash.refused(
                                "Your organization has %d open submissions, the most there may be. Finish or delete one."
                                        .formatted(most)),
                        next);
            case CreateSubmission.Outcome.Forbidden(var reason) -> throw new NotAllowed();
            case CreateSubmission.Outcome.Malformed(var misfits) ->
                throw new IllegalStateException("An empty set of protocols was refused: " + misfits);
        };
    }

    /** Leads to the first page that lacks something, with the list of all that is left. */
    @GetMapping("/{id}/left")
    String left(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        var left = wizard.problems(submission).stream().filter(Problem::isError).toList();
        next.addFlashAttribute("left", new ArrayList<>(Wizard.views(submission, left)));
        return "redirect:" + Wizard.path(submission, steps.firstIncomplete(submission));
    }

    @PostMapping("/{id}/issues/{number}/messages")
    String say(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam String text,
            Caller caller,
            RedirectAttributes next) {
        var answer = discuss.say(new SubmissionId(id), number, text, caller);
        return follow(
                answer, "Reply sent. The OIN team reads it.", "/submissions/%s#issue-%d".formatted(id, number), next);
    }

    @PostMapping("/{id}/reply")
    String reply(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        Map<Integer, String> answers = issues.unanswered(submission.id()).stream()
                .filter(issue -> issues.messagesOf(issue).stream().anyMatch(message -> !message.fromTeam()))
                .collect(Collectors.toMap(issue -> issue.number(), issue -> "Fixed in our app; see the reply above."));
        var answer = reply.reply(submission.id(), answers, caller);
        return follow(answer, "Sent. The review goes on.", "/submissions/" + id, next);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            RedirectAttributes next) {
        var answer = withdraw.withdraw(new SubmissionId(id), reason, caller);
        return follow(answer, "Withdrawn. It is a draft again.", "/submissions/" + id, next);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, @RequestParam String name, Caller caller, RedirectAttributes next) {
        var submission = wizard.edit(id, caller);
        if (!name.strip().equals(submission.displayName())) {
            var words = "Not deleted: the name typed differs from \"%s\".".formatted(submission.displayName());
            return go("/submissions/" + id + "?open=delete#delete", Flash.refused(words), next);
        }
        return switch (delete.delete(caller, submission.id())) {
            case DeleteDraft.Outcome.Deleted() -> go("/", Flash.done("Deleted: " + submission.displayName()), next);
            case DeleteDraft.Outcome.NotADraft(var reason) -> go("/submissions/" + id, Flash.refused(reason), next);
            case DeleteDraft.Outcome.Forbidden(var reason) -> go("/submissions/" + id, Flash.refused(reason), next);
            case DeleteDraft.Outcome.NotFound() -> throw new Missing();
        };
    }

    private static String follow(DeskAnswer answer, String done, String back, RedirectAttributes next) {
        return switch (answer) {
            case DeskAnswer.Done() -> go(back, Flash.done(done), next);
            case DeskAnswer.Forbidden(var because) -> go(back, Flash.refused(because), next);
            case DeskAnswer.Unacceptable(var field, var rule, var because) -> go(back, Flash.refused(because), next);
            case DeskAnswer.Conflict(var because) -> go(back, Flash.refused(because), next);
            case DeskAnswer.Unknown() -> throw new Missing();
        };
    }

    private static String go(String path, Flash flash, RedirectAttributes next) {
        next.addFlashAttribute(Flash.NAME, flash);
        return "redirect:" + path;
    }
}
