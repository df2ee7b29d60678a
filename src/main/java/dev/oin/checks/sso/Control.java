package dev.oin.checks.sso;

import dev.oin.checks.SideBySide;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.sso.Attempt.Proof;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Compares what the app shows with a session and without: only the difference proves that there is one.
 *
 * @param rest where the browser came to rest
 * @param pages the pages seen with the session that help: the rest, then others
 */
record Control(Page rest, List<Page> pages, App app, SignInRecipe recipe, Person person, Duration patience) {

    Control {
        pages = List.copyOf(pages);
    }

    /** Looks at further pages with the session: the protected one, and the app's first page where the rest is the answer's own address. */
    static Control with(BrowserTab tab, Page rest, App app, SignInRecipe recipe, Person person, Duration patience) {
        var pages = new ArrayList<Page>();
        var look = new Look(tab, app, patience);
        if (!app.isAnswerAddress(rest.url())) {
            pages.add(rest);
        } else if (recipe.protectedUrl() == null) {
            look.at(rest.url().resolve("/")).ifPresent(pages::add);
        }
        if (recipe.protectedUrl() != null) {
            look.at(URI.create(SignInRecipe.filledUrl(recipe.protectedUrl(), person)))
                    .ifPresent(pages::add);
        }
        return new Control(rest, pages, app, recipe, person, patience);
    }

    /** Whether the page where the browser came to rest is enough, and the tab may stay there. */
    static boolean needsRestOnly(Page rest, App app, SignInRecipe recipe) {
        return !app.isAnswerAddress(rest.url()) && recipe.protectedUrl() == null;
    }

    /** The page that tells of the session, seen last. */
    Page shown() {
        return pages.isEmpty() ? rest : pages.getLast();
    }

    /** The page that tells of the session by that proof. */
    Page telling(Proof proof) {
        return switch (proof) {
            case Proof.ByControl(var with, var without) -> with;
            case Proof.ByEntrance(var with, var without) -> with;
            default -> shown();
        };
    }

    /** The pages seen with the session, and that one. */
    List<Page> seenFor(Proof proof) {
        return Stream.concat(pages.stream(), Stream.of(telling(proof)))
                .distinct()
                .toList();
    }

    Proof proof(BrowserTab tab, BrowserTab other) {
        return proof(tab, other, () -> {});
    }

    /**
     * Looks at the same pages again, and in a context without a session.
     *
     * @param other the tab of that context
     * @param first what is to be done before the tab leaves its page
     */
    Proof proof(BrowserTab tab, BrowserTab other, Runnable first) {
        var sign = new SignOfSuccess(recipe, person);
        if (sign.isGiven()) {
            var nothing = new AtomicBoolean();
            SideBySide.run(2, List.of(() -> nothing.set(provesNothing(other, sign)), first), Runnable::run);
            return nothing.get() ? new Proof.RecipeProvesNothing() : new Proof.ByRecipe();
        }
        if (pages.isEmpty()) {
            first.run();
            return unproven(Optional.empty());
        }
        var here = new Look(tab, app, patience);
        var seen = Optional.<Comparison>empty();
        for (var with : pages.reversed()) {
            seen = compared(with, here, other, seen.isEmpty() ? first : () -> {});
            if (seen.filter(Comparison::showsSession).isPresent()) {
                return byControl(seen.get());
            }
        }
        for (var address : recipe.protectedUrl() == null ? otherEntrances() : List.<URI>of()) {
            var more = here.at(address)
                    .filter(with -> pages.stream().noneMatch(page -> page.url().equals(with.url())))
                    .flatMap(with -> compared(with, here, other, () -> {}));
            if (more.filter(Comparison::showsSession).isPresent()) {
                return new Proof.ByEntrance(
                        more.get().with(), more.get().without().first());
            }
        }
        return unproven(seen);
    }

    /** The app's first page, and where its sign-in is started, which leads on at once where there is a session. */
    private List<URI> otherEntrances() {
        return Stream.of(Optional.of(rest.url().resolve("/")), Optional.ofNullable(app.startUrl()))
                .flatMap(Optional::stream)
                .filter(address -> !address.equals(shown().url()))
                .distinct()
                .toList();
    }

    private static Proof byControl(Comparison seen) {
        return new Proof.ByControl(seen.with(), seen.without().first());
    }

    /** Empty where the app asks for a sign-in when it is asked for the page again. */
    private Optional<Comparison> compared(Page with, Look here, BrowserTab other, Runnable first) {
        var again = new AtomicReference<Optional<Page>>(Optional.empty());
        var without = new AtomicReference<Optional<Sessionless>>(Optional.empty());
        SideBySide.run(
                2,
                List.of(
                        () -> without.set(Optional.of(
                                Sessionless.of(other, with, look -> isNamed(with) && !isNamed(look), patience))),
                        () -> {
                            first.run();
                            again.set(here.at(with.url()));
                        }),
                Runnable::run);
        return again.get().flatMap(page -> without.get().map(looks -> new Comparison(with, page, looks)));
    }

    private boolean isNamed(Page page) {
        return page.names(person.email()) || page.names(person.fullName());
    }

    private Proof unproven(Optional<Comparison> seen) {
        if (seen.filter(compared -> compared.without().changes()).isPresent()) {
            return new Proof.ChangesByItself(seen.get().with());
        }
        var said = app.isAnswerAddress(rest.url())
                ? rest.text().strip()
                : seen.map(Comparison::said).orElse(rest.text().strip());
        return said.isEmpty() ? new Proof.SameWithout(shown()) : new Proof.OnlyWords(said, rest);
    }

    private boolean provesNothing(BrowserTab tab, SignOfSuccess sign) {
        return pages.stream().anyMatch(page -> {
            Pages.open(tab, page.url(), patience);
            return sign.isMet(tab);
        });
    }

    /** Looks at pages with what the sign-in left in the browser; where the app asks for another sign-in there, it left nothing. */
    private record Look(BrowserTab tab, App app, Duration patience) {

        Optional<Page> at(URI address) {
            var answers = new SeenAnswers(tab, app);
            var before = answers.requests();
            var page = Pages.open(tab, address, patience);
            return answers.requests() > before || app.isAnswerAddress(page.url()) || app.isSandbox(page.url())
                    ? Optional.empty()
                    : Optional.of(page);
        }
    }
}
