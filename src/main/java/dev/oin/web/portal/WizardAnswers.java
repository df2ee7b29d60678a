package dev.oin.web.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.account.Caller;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Fields;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Crumb;
import dev.oin.web.frame.Flash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the wizard's pages, and what came of saving one. */
@Component
class WizardAnswers {

    private final Wizard wizard;
    private final WizardForms forms;
    private final WizardFrame frame;
    private final Conflicts conflicts;
    private final SaveCosts costs;
    private final ProtocolCards cards;

    WizardAnswers(
            Wizard wizard,
            WizardForms forms,
            WizardFrame frame,
            ProtocolCards cards,
            Conflicts conflicts,
            SaveCosts costs) {
        this.conflicts = conflicts;
        this.costs = costs;
        this.wizard = wizard;
        this.forms = forms;
        this.frame = frame;
        this.cards = cards;
    }

    /** The page as it is saved. */
    ModelAndView show(Submission submission, WizardPage page, Caller caller, @Nullable String row) {
        var problems = wizard.problems(submission);
        return page(submission, page, forms.form(submission, page, caller, problems, row))
                .addObject("missing", missing(submission, problems))
                .addObject("wizard", frame.view(submission, page, caller, problems, List.of(), null));
    }

    /** What a save leads to. */
    ModelAndView answer(
            SaveOutcome outcome,
            Submission before,
            WizardPage page,
            ObjectNode typed,
            WizardSave save,
            Caller caller,
            RedirectAttributes next) {
        return switch (outcome) {
            case SaveOutcome.Saved(var submission, var problems, var changed) ->
                save.autosave()
                        ? news(submission, page, save, caller, problems)
                        : onward(submission, page, save, problems, next);
            case SaveOutcome.Malformed(var misfits) -> {
                var marked = misfits.stream()
                        .map(misfit -> ProblemView.of(misfit, before.id()))
                        .toList();
                yield again(before, page, typed, marked, null, save, caller, HttpStatus.UNPROCESSABLE_ENTITY);
            }
            case SaveOutcome.Stale stale -> {
                var conflict = conflicts.of(stale, page, typed, save);
                yield again(stale.current(), page, typed, List.of(), conflict, save, caller, HttpStatus.CONFLICT);
            }
            case SaveOutcome.Locked(var reason) -> {
                next.addFlashAttribute(Flash.NAME, Flash.refused(reason));
                yield new ModelAndView("redirect:" + Wizard.path(before, page));
            }
            case SaveOutcome.NotFound() -> throw new Missing();
            case SaveOutcome.Forbidden(var reason) -> throw new NotAllowed();
        };
    }

    private ModelAndView onward(
            Submission submission, WizardPage page, WizardSave save, List<Problem> problems, RedirectAttributes next) {
        if (save.stays()) {
            var list = save.row();
            var row = list == null ? "" : "?row=" + list + "#" + FieldView.idOf(list) + "-set";
            return new ModelAndView("redirect:" + Wizard.path(submission, page) + row);
        }
        var left = problems.stream()
                .filter(Problem::isError)
                .filter(problem -> Fields.pageOf(problem.field()).compareTo(page) <= 0)
                .toList();
        if (!left.isEmpty()) {
            next.addFlashAttribute("left", new ArrayList<>(Wizard.views(submission, left)));
        }
        return new ModelAndView("redirect:" + Wizard.path(submission, WizardPage.values()[page.ordinal() + 1]));
    }

    private ModelAndView news(
            Submission submission, WizardPage page, WizardSave save, Caller caller, List<Problem> problems) {
        var form = forms.form(submission, page, caller, problems, null);
        return new ModelAndView("fragments/wizard :: saves(wizard=${wizard}, fields=${fields}, lists=${lists})")
                .addObject("wizard", frame.view(submission, page, caller, problems, List.of(), null))
                .addObject("missing", missing(submission, problems))
                .addObject("cost", costs.of(submission, save.opened()))
                .addObject("fields", form.all(page))
                .addObject("lists", form.lists(page));
    }

    private ModelAndView again(
            Submission submission,
            WizardPage page,
            ObjectNode typed,
            List<ProblemView> marked,
            @Nullable Conflict conflict,
            WizardSave save,
            Caller caller,
            HttpStatus status) {
        var problems = wizard.problems(submission);
        var form = forms.form(submission, page, caller, typed, marked, null);
        var view = frame.view(submission, page, caller, problems, marked, conflict);
        var answer = save.autosave()
                ? new ModelAndView("fragments/wizard :: refusal(wizard=${wizard}, fields=${fields}, lists=${lists})")
                        .addObject("fields", form.all(page))
                        .addObject("lists", form.lists(page))
                : page(submission, page, form).addObject("opened", save.opened());
        answer.addObject("wizard", view).setStatus(status);
        return answer;
    }

    private ModelAndView page(Submission submission, WizardPage page, WizardForm form) {
        var view = switch (page) {
            case PROTOCOLS -> "isv/select-protocols";
            case CONFIGURATION -> "isv/configure-integration";
            case TEST_INFORMATION -> "isv/enter-test-information";
            case TESTING -> "isv/test-integration";
        };
        var oidc = submission.content().configuration().oidc();
        return new ModelAndView(view)
                .addObject("form", form)
                .addObject("opened", submission.revision())
                .addObject("crumbs", crumbs(submission))
                .addObject("cards", page == WizardPage.PROTOCOLS ? cards.of(submission) : List.of())
                .addObject("logo", LogoView.of(submission))
                .addObject("oidcIdp", oidc != null && oidc.initiateLoginUri() != null)
                .addObject(
                        "protocolNames",
                        submission.content().protocols().stream()
                                .map(Protocol::label)
                                .toList());
    }

    /** What stands in the way of submitting, on all pages. */
    private static List<ProblemView> missing(Submission submission, List<Problem> problems) {
        return Wizard.views(
                submission, problems.stream().filter(Problem::isError).toList());
    }

    static List<Crumb> crumbs(Submission submission) {
        return crumbs(submission, "Edit");
    }

    /** The way to a page of the submission. */
    static List<Crumb> crumbs(Submission submission, String here) {
        return List.of(
                new Crumb("Integrations", "/"),
                new Crumb(submission.displayName(), "/submissions/" + submission.id()),
                new Crumb(here, null));
    }

    /** The way to a page below the Test page. */
    static List<Crumb> crumbsBelowTest(Submission submission, String here) {
        return List.of(
                new Crumb("Integrations", "/"),
                new Crumb(submission.displayName(), "/submissions/" + submission.id()),
                new Crumb("Test", Wizard.path(submission, WizardPage.TESTING)),
                new Crumb(here, null));
    }
}
