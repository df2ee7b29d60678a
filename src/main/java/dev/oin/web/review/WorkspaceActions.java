package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.ChecklistEntry;
import dev.oin.review.ClaimReview;
import dev.oin.review.DecideReview;
import dev.oin.review.Decision;
import dev.oin.review.DeskAnswer;
import dev.oin.review.DiscussIssue;
import dev.oin.review.Finding;
import dev.oin.review.Issue;
import dev.oin.review.LookOutside;
import dev.oin.review.MoveExpectedDate;
import dev.oin.review.PrivateNotes;
import dev.oin.review.ReadWorkspace;
import dev.oin.review.RevealTestAccount;
import dev.oin.review.ReviewDesk;
import dev.oin.review.SaveChecklist;
import dev.oin.vault.Secret;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** What a reviewer does on the workspace; each action goes back to the page. */
@Controller
@RequestMapping("/review/{id}")
class WorkspaceActions {

    private final ClaimReview claim;
    private final SaveChecklist checklist;
    private final DiscussIssue discuss;
    private final DecideReview decide;
    private final MoveExpectedDate dates;
    private final PrivateNotes notes;
    private final RevealTestAccount reveal;
    private final LookOutside looks;
    private final ReadWorkspace workspaces;

    WorkspaceActions(
            ClaimReview claim,
            SaveChecklist checklist,
            DiscussIssue discuss,
            DecideReview decide,
            MoveExpectedDate dates,
            PrivateNotes notes,
            RevealTestAccount reveal,
            LookOutside looks,
            ReadWorkspace workspaces) {
        this.claim = claim;
        this.checklist = checklist;
        this.discuss = discuss;
        this.decide = decide;
        this.dates = dates;
        this.notes = notes;
        this.reveal = reveal;
        this.looks = looks;
        this.workspaces = workspaces;
    }

    @PostMapping("/claim")
    String claim(Caller caller, @PathVariable UUID id, RedirectAttributes flash) {
        return back(id, "", claim.claim(new SubmissionId(id), caller), "You hold it now.", flash);
    }

    @PostMapping("/release")
    String release(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        return back(id, "", claim.release(new SubmissionId(id), note, caller), "It is back in the queue.", flash);
    }

    @PostMapping("/assign")
    String assign(Caller caller, @PathVariable UUID id, @RequestParam String user, RedirectAttributes flash) {
        return back(id, "", claim.assign(new SubmissionId(id), user, caller), "It was assigned.", flash);
    }

    @PostMapping("/checklist")
    String judge(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam String item,
            @RequestParam(required = false) ChecklistEntry.@Nullable Result result,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        var judgement = new SaveChecklist.Judgement(item, result, note);
        var answer = checklist.save(new SubmissionId(id), List.of(judgement), caller);
        var isFailed = result == ChecklistEntry.Result.FAIL && answer instanceof DeskAnswer.Done;
        return isFailed
                ? back(
                        id,
                        "?rule=" + UriUtils.encode(item, StandardCharsets.UTF_8) + "#add-issue",
                        answer,
                        item + " is saved. Say what to change.",
                        flash)
                : back(id, "#checklist", answer, item + " is saved.", flash);
    }

    @PostMapping("/issues")
    String raise(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam String check,
            @RequestParam(defaultValue = "") String field,
            @RequestParam Issue.Severity severity,
            @RequestParam String text,
            RedirectAttributes flash) {
        if (check.isBlank() || text.isBlank() || text.length() > Finding.TEXT_LIMIT) {
            return back(
                    id,
                    "#decision",
                    new DeskAnswer.Conflict("Name the rule and write 1 to 4000 characters."),
                    "",
                    flash);
        }
        var finding = new Finding(check.strip(), field.isBlank() ? null : field.strip(), severity, text);
        return back(
                id, "#decision", discuss.raise(new SubmissionId(id), finding, caller), "The issue was added.", flash);
    }

    @PostMapping("/issues/{number}/status")
    String status(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam Issue.Status status,
            RedirectAttributes flash) {
        var answer = discuss.judge(new SubmissionId(id), number, status, caller);
        return back(
                id,
                "#decision",
                answer,
                "Issue #" + number + " is " + status.label().toLowerCase(Locale.ROOT) + ".",
                flash);
    }

    @PostMapping("/issues/{number}/messages")
    String say(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam String text,
            RedirectAttributes flash) {
        return back(
                id,
                "#decision",
                discuss.say(new SubmissionId(id), number, text, caller),
                "The ISV can read it.",
                flash);
    }

    @PostMapping("/notes")
    String note(Caller caller, @PathVariable UUID id, @RequestParam String text, RedirectAttributes flash) {
        return back(
                id,
                "#notes",
                notes.add(new SubmissionId(id), text, caller),
                "The note is saved, for the team only.",
                flash);
    }

    @PostMapping("/decision")
    String decide(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam ReviewDesk.Outcome outcome,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        var answer = decide.decide(new SubmissionId(id), new Decision(outcome, List.of(), note), caller);
        var done = switch (outcome) {
            case APPROVE -> "Approved. The ISV gets a mail.";
            case RETURN -> "Returned. The ISV gets a mail with the issues.";
            case REJECT -> "Proposed. A lead who is somebody else confirms it; nothing is sent until then.";
        };
        return back(id, "#decision", answer, done, flash);
    }

    @PostMapping("/expected-date")
    String move(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam LocalDate date,
            @RequestParam String reason,
            RedirectAttributes flash) {
        if (reason.isBlank()) {
            return back(id, "", new DeskAnswer.Conflict("Give the reason; the ISV reads it."), "", flash);
        }
        return back(
                id,
                "",
                dates.move(new SubmissionId(id), date, reason, caller),
                "The date moved. The ISV gets a mail.",
                flash);
    }

    @PostMapping("/looks")
    String look(Caller caller, @PathVariable UUID id, RedirectAttributes flash) {
        return back(
                id,
                "#checklist",
                looks.again(new SubmissionId(id), caller),
                "Guides and logo are looked at; what is seen appears here in some seconds.",
                flash);
    }

    @PostMapping("/reveal")
    String reveal(Caller caller, @PathVariable UUID id, Model model, HttpServletResponse response) {
        if (!workspaces.isVisible(new SubmissionId(id), caller)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("id", id);
        model.addAttribute(
                "password",
                reveal.reveal(new SubmissionId(id), caller).map(Secret::reveal).orElse(null));
        return "review/reveal";
    }

    private static String back(UUID id, String anchor, DeskAnswer answer, String done, RedirectAttributes flash) {
        return DeskRedirect.to("/review/" + id + anchor, answer, done, flash);
    }
}
