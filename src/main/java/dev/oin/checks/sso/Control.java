package dev.oin.checks.sso;

import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.sso.Attempt.Proof;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what the app shows with a session and without: only the difference proves that there is one.
 *
 * @param pages the pages seen with the session: where the browser came to rest, then others that help
 */
record Control(List<Page> pages, SignInRecipe recipe, Person person, Duration patience) {

    Control {
        pages = List.copyOf(pages);
    }

    /** Looks at further pages with the session: the protected one, and the app's first page where the rest is the answer's own address. */
    static Control with(BrowserTab tab, Page rest, App app, SignInRecipe recipe, Person person, Duration patience) {
        var pages = new ArrayList<Page>();
        if (!app.isAnswerAddress(rest.url())) {
            pages.add(rest);
        } else if (recipe.protectedUrl() == null) {
            pages.add(Pages.open(tab, rest.url().resolve("/"), patience));
        }
        if (recipe.protectedUrl() != null) {
            pages.add(Pages.open(tab, URI.create(SignInRecipe.filledUrl(recipe.protectedUrl(), person)), patience));
        }
        return new Control(pages, recipe, person, patience);
    }

    /** Whether the page where the browser came to rest is enough, and the tab may stay there. */
    static boolean needsRestOnly(Page rest, App app, SignInRecipe recipe) {
        return !app.isAnswerAddress(rest.url()) && recipe.protectedUrl() == null;
    }

    /** Looks at the same pages in a context without a session. */
    Proof without(BrowserTab tab) {
        var sign = new SignOfSuccess(recipe, person);
        if (sign.isGiven()) {
            return provesNothing(tab, sign) ? new Proof.RecipeProvesNothing() : new Proof.ByRecipe();
        }
        Proof unproven = new Proof.SameWithout(pages.getFirst());
        for (var with : pages.reversed()) {
            if (!with.isError()) {
                var without = Sessionless.of(tab, with, first -> isNamed(with) && !isNamed(first), patience);
                if (!without.couldBe(with)) {
                    return new Proof.ByControl(with, without.first());
                }
                unproven = without.changes() ? new Proof.ChangesByItself(with) : unproven;
            }
        }
        return unproven;
    }

    private boolean isNamed(Page page) {
        return page.names(person.email()) || page.names(person.fullName());
    }

    private boolean provesNothing(BrowserTab tab, SignOfSuccess sign) {
        return pages.stream().anyMatch(page -> {
            Pages.open(tab, page.url(), patience);
            return sign.isMet(tab);
        });
    }
}
