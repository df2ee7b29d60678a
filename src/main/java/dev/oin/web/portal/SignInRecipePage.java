package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.RequestRun;
import dev.oin.checks.SuiteName;
import dev.oin.checks.sso.SignInRecipe;
import dev.oin.checks.sso.SignInRecipe.SignedIn;
import dev.oin.checks.sso.SignInRecipe.Step;
import dev.oin.checks.sso.SignInRecipes;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.TesterSlots;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Flash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sign-in recipe of one protocol: edited by hand, and tried at once. */
@Controller
@RequestMapping("/submissions/{id}/recipe/{protocol:oidc|saml}")
class SignInRecipePage {

    /** What a guided run has taught, on its way to this page. */
    static final String LEARNT = "learnt";

    private final Wizard wizard;
    private final SignInRecipes recipes;
    private final TesterSlots slots;
    private final RequestRun request;

    SignInRecipePage(Wizard wizard, SignInRecipes recipes, TesterSlots slots, RequestRun request) {
        this.wizard = wizard;
        this.recipes = recipes;
        this.slots = slots;
        this.request = request;
    }

    /** The recipe as its form's fields; steps one a line. */
    record Form(
            @Nullable String url,
            @Nullable String selector,
            @Nullable String text,
            @Nullable String protectedUrl,
            @Nullable String before,
            @Nullable String signOut) {

        static Form of(SignInRecipe recipe) {
            var sign = recipe.signedIn();
            return new Form(
                    sign == null ? null : sign.url(),
                    sign == null ? null : sign.selector(),
                    sign == null ? null : sign.text(),
                    recipe.protectedUrl(),
                    recipe.before().stream().map(Form::line).collect(Collectors.joining("\n")),
                    recipe.signOut() == null ? null : line(recipe.signOut()));
        }

        private static String line(Step step) {
            return step.open() != null
                    ? "open " + step.open()
                    : step.click() != null ? "click " + step.click() : "type " + step.type() + " into " + step.into();
        }

        SignInRecipe recipe() {
            var steps = new ArrayList<Step>();
            String.valueOf(before == null ? "" : before)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> steps.add(step(line)));
            var sign = new SignedIn(filled(url), filled(selector), filled(text));
            var out = filled(signOut);
            return new SignInRecipe(
                    sign.url() == null && sign.selector() == null && sign.text() == null ? null : sign,
                    filled(protectedUrl),
                    steps,
                    out == null ? null : step(out));
        }

        /** What is none of the three becomes a step without anything, which the rules refuse with words. */
        private static Step step(String line) {
            var rest = line.replaceFirst("^\\S+\\s*", "");
            if (line.startsWith("open ")) {
                return new Step(rest, null, null, null);
            }
            if (line.startsWith("click ")) {
                return new Step(null, rest, null, null);
            }
            var into = rest.lastIndexOf(" into ");
            return line.startsWith("type ") && into > 0
                    ? new Step(null, null, rest.substring(0, into), rest.substring(into + " into ".length()))
                    : new Step(null, null, null, null);
        }

        private static @Nullable String filled(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping
    String show(@PathVariable UUID id, @PathVariable String protocol, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        var which = of(protocol, submission);
        var now = Form.of(recipes.shown(submission.id(), which));
        if (!(model.asMap().get(LEARNT) instanceof Map<?, ?> learnt)) {
            return page(submission, which, now, caller, model);
        }
        var proposed = RecipeDiff.form(learnt);
        model.addAttribute("changes", RecipeDiff.of(now, proposed));
        return page(submission, which, proposed, caller, model);
    }

    private static String page(Submission submission, Protocol protocol, Form form, Caller caller, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("protocol", protocol.label());
        model.addAttribute("path", path(submission, protocol));
        model.addAttribute("editable", mayEdit(submission, caller));
        model.addAttribute("back", Wizard.path(submission, WizardPage.TESTING));
        model.addAttribute("crumbs", WizardAnswers.crumbsBelowTest(submission, "Sign-in recipe"));
        return "portal/recipe";
    }

    @PostMapping
    String save(
            @PathVariable UUID id,
            @PathVariable String protocol,
            Form form,
            @RequestParam(defaultValue = "save") String then,
            Caller caller,
            Model model,
            RedirectAttributes next) {
        var submission = wizard.read(id, caller);
        if (!mayEdit(submission, caller)) {
            throw new NotAllowed();
        }
        var which = of(protocol, submission);
        var problems = recipes.save(submission.id(), which, form.recipe());
        if (!problems.isEmpty()) {
            model.addAttribute("problems", RecipeComplaint.of(problems, String.valueOf(form.before())));
            return page(submission, which, form, caller, model);
        }
        var slot = slots.in(submission.id(), which, Instance.Kind.CURRENT);
        if (then.equals("try") && slot.isPresent()) {
            var wanted =
                    new RequestRun.Request(submission.id(), SuiteName.SUBMISSION_TESTER, slot.get(), List.of(), null);
            return RunAnswers.follow(request.request(wanted, caller), path(submission, which), next);
        }
        next.addFlashAttribute(
                Flash.NAME,
                then.equals("try")
                        ? Flash.refused("Saved, but no instance is in the tester to try it on.")
                        : Flash.done("Saved. Results made with another recipe no longer count."));
        return "redirect:" + path(submission, which);
    }

    private static boolean mayEdit(Submission submission, Caller caller) {
        return caller.isMemberOf(submission.organization())
                && caller.mayEdit()
                && submission.state().isEditable();
    }

    private static Protocol of(String protocol, Submission submission) {
        var which = protocol.equals("oidc") ? Protocol.OIDC : Protocol.SAML;
        if (!submission.content().has(which)) {
            throw new Missing();
        }
        return which;
    }

    static String path(Submission submission, Protocol protocol) {
        return "/submissions/%s/recipe/%s".formatted(submission.id(), protocol == Protocol.OIDC ? "oidc" : "saml");
    }
}
