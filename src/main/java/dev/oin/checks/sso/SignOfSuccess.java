package dev.oin.checks.sso;

import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.sso.SignInRecipe.SignedIn;
import dev.oin.sandbox.Person;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the recipe recognises a person who is signed in. */
final class SignOfSuccess {

    private final @Nullable SignedIn sign;
    private final Person person;

    SignOfSuccess(SignInRecipe recipe, Person person) {
        this.sign = recipe.signedIn();
        this.person = person;
    }

    boolean isGiven() {
        return sign != null && (sign.url() != null || sign.selector() != null || sign.text() != null);
    }

    /** Whether the sign holds for this person only, so that no page without a session shows it. */
    boolean namesPerson() {
        return sign != null && Stream.of(sign.selector(), sign.text()).anyMatch(SignOfSuccess::names);
    }

    private static boolean names(@Nullable String template) {
        return template != null
                && (template.contains("{email}")
                        || template.contains("{given_name}")
                        || template.contains("{family_name}"));
    }

    boolean isMet(BrowserTab tab) {
        return missing(tab).isEmpty();
    }

    /** What of the sign is not there. */
    Optional<String> missing(BrowserTab tab) {
        if (sign == null) {
            return Optional.empty();
        }
        if (sign.url() != null
                && !matches(
                        SignInRecipe.filledUrl(sign.url(), person), tab.url().toString())) {
            return Optional.of("an address like " + sign.url());
        }
        if (sign.selector() != null && !tab.shows(SignInRecipe.filled(sign.selector(), person))) {
            return Optional.of("an element that matches " + sign.selector());
        }
        if (sign.text() != null && !tab.text().contains(SignInRecipe.filled(sign.text(), person))) {
            return Optional.of("the text \"" + sign.text() + "\"");
        }
        return Optional.empty();
    }

    private static boolean matches(String pattern, String url) {
        var parts = pattern.split("\\*", -1);
        var expression = new StringBuilder();
        for (var part : parts) {
            expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return url.matches(expression.toString());
    }
}
