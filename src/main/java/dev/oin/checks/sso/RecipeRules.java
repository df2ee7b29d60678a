package dev.oin.checks.sso;

import dev.oin.checks.sso.SignInRecipe.Step;
import dev.oin.egress.AddressRules;
import dev.oin.kernel.Problem;
import dev.oin.vault.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a recipe must keep to. */
@Component
class RecipeRules {

    private static final int LONGEST = 1024;
    private static final int MOST_STEPS = 20;

    private final AddressRules addresses;

    RecipeRules(AddressRules addresses) {
        this.addresses = addresses;
    }

    List<Problem> problems(SignInRecipe recipe) {
        var problems = new ArrayList<Problem>();
        var signedIn = recipe.signedIn();
        if (signedIn != null) {
            length(problems, "signed_in.url", signedIn.url());
            length(problems, "signed_in.selector", signedIn.selector());
            length(problems, "signed_in.text", signedIn.text());
        }
        address(problems, "protected_url", recipe.protectedUrl());
        if (recipe.before().size() > MOST_STEPS) {
            problems.add(Problem.error("before", "before.length", "Use at most " + MOST_STEPS + " steps."));
        }
        for (var number = 0; number < recipe.before().size(); number++) {
            step(problems, "before[" + number + "]", recipe.before().get(number));
        }
        if (recipe.signOut() != null) {
            signOut(problems, recipe.signOut());
        }
        return problems;
    }

    private void step(List<Problem> problems, String field, Step step) {
        var given = count(step.open()) + count(step.click()) + count(step.type());
        if (given != 1 || (step.type() == null) != (step.into() == null)) {
            problems.add(
                    Problem.error(
                            field,
                            field + ".format",
                            "A step opens an address, clicks a selector, or types a text into a selector: open https://app.example.com, click #sso, type {email} into #user."));
        }
        address(problems, field + ".open", step.open());
        length(problems, field + ".click", step.click());
        if (step.isMasked()) {
            problems.add(Problem.error(
                    field + ".type",
                    field + ".type.required",
                    "Enter the text again: nothing is kept for this selector that " + Secret.MASK
                            + " could stand for."));
        }
        length(problems, field + ".type", step.type());
        length(problems, field + ".into", step.into());
    }

    private void signOut(List<Problem> problems, Step step) {
        if (step.type() != null) {
            problems.add(
                    Problem.error("sign_out", "sign_out.format", "Signing out opens an address or clicks a selector."));
            return;
        }
        step(problems, "sign_out", step);
    }

    private void address(List<Problem> problems, String field, @Nullable String value) {
        if (value == null) {
            return;
        }
        length(problems, field, value);
        try {
            addresses
                    .objection(URI.create(value.replaceAll("\\{\\w+}", "x")))
                    .ifPresent(words -> problems.add(Problem.error(field, field + ".format", words)));
        } catch (IllegalArgumentException malformed) {
            problems.add(Problem.error(field, field + ".format", "Enter a complete URL."));
        }
    }

    private static void length(List<Problem> problems, String field, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST)) {
            problems.add(Problem.error(
                    field, field + ".length", "Enter between 1 and " + LONGEST + " characters, or leave it out."));
        }
    }

    private static int count(@Nullable String value) {
        return value == null ? 0 : 1;
    }
}
