package dev.oin.checks.sso;

import dev.oin.checks.browser.BrowserTab;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells whether anybody is signed in to the app (J-1, J-3): by the page that was seen with a session and without one.
 *
 * @param with the page with the session of a valid sign-in
 * @param sessionless the same address without any
 */
record SessionDetector(Page with, Sessionless sessionless, SignInRecipe recipe, Duration patience) {

    /** Learns it from a tab in which the person has just signed in, and one that knows nothing; empty where the two show the same, or differ by chance. */
    static Optional<SessionDetector> learn(
            BrowserTab tab,
            Page rest,
            BrowserTab other,
            App app,
            SignInRecipe recipe,
            Person person,
            Duration patience) {
        var control = Control.with(tab, rest, app, recipe, person, patience);
        var with = control.telling(control.proof(tab, other));
        var without = Sessionless.of(other, with, first -> false, patience);
        return with.isError() || without.couldBe(with)
                ? Optional.empty()
                : Optional.of(new SessionDetector(with, without, recipe, patience));
    }

    /** The page without a session. */
    Page without() {
        return sessionless.first();
    }

    /** Looks at the page; whoever is signed in counts, not the person alone. */
    AppSession.State look(BrowserTab tab, Person person) {
        var first = page(tab, person);
        if (first == AppSession.State.ALIVE) {
            // A message that is shown once makes a page look like another one.
            return page(tab, person);
        }
        return first;
    }

    private AppSession.State page(BrowserTab tab, Person person) {
        var page = Pages.open(tab, address(person), patience);
        if (page.status() >= 500 || page.status() == 0) {
            return AppSession.State.UNCLEAR;
        }
        var sign = new SignOfSuccess(recipe, person);
        if (sign.isGiven() && sign.isMet(tab)) {
            return AppSession.State.ALIVE;
        }
        var isSamePlace = page.url().equals(address(person)) || page.url().equals(with.url());
        return isSamePlace && page.status() == with.status() && !sessionless.couldBe(page)
                ? AppSession.State.ALIVE
                : AppSession.State.GONE;
    }

    private URI address(Person person) {
        return recipe.protectedUrl() != null && recipe.protectedUrl().contains("{")
                ? URI.create(SignInRecipe.filledUrl(recipe.protectedUrl(), person))
                : with.url();
    }
}
