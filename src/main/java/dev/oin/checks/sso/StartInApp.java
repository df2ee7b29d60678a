package dev.oin.checks.sso;

import dev.oin.checks.Evidence;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.browser.BrowserTab.Arrival;
import dev.oin.vault.Secret;
import java.net.URI;
import java.util.Optional;

/** How a person starts to sign in on the app's own pages: at the SP initiate URL, unless the recipe opens another address first, and on as the recipe says. */
final class StartInApp {

    private final BrowserTab tab;
    private final SignIn.Plan plan;
    private final Evidence evidence;
    private final BlockedTargets blocked;

    StartInApp(BrowserTab tab, SignIn.Plan plan, Evidence evidence, BlockedTargets blocked) {
        this.tab = tab;
        this.plan = plan;
        this.evidence = evidence;
        this.blocked = blocked;
    }

    /** Goes there; says what stood in the way. */
    Optional<Attempt> go() {
        var steps = plan.recipe().before();
        if (steps.isEmpty() || steps.getFirst().open() == null) {
            var url = plan.app().startUrl();
            if (url == null) {
                throw new IllegalStateException("An SP flow without an SP initiate URL was planned");
            }
            var failed = open(url, "Opened the SP initiate URL");
            if (failed.isPresent()) {
                return failed;
            }
        }
        for (var number = 1; number <= steps.size(); number++) {
            if (number > 1 && steps.get(number - 2).click() != null) {
                letClickArrive();
            }
            var failed = take(number, steps.get(number - 1));
            if (failed.isPresent()) {
                return failed;
            }
        }
        return Optional.empty();
    }

    private Optional<Attempt> take(int number, SignInRecipe.Step step) {
        if (step.open() != null) {
            return open(URI.create(SignInRecipe.filledUrl(step.open(), plan.person())), "Step " + number + ", opened");
        }
        var selector = step.click() != null ? step.click() : step.into();
        if (selector == null || !tab.await(plan.patience(), () -> tab.shows(selector))) {
            return Optional.of(new Attempt.StepImpossible(number, "Nothing matches " + selector, Pages.of(tab)));
        }
        evidence.step("Step " + number + ", " + (step.click() != null ? "clicked " : "typed into ") + selector);
        if (step.type() == null) {
            tab.click(selector);
        } else {
            type(step, SignInRecipe.filled(step.type(), plan.person()), selector);
        }
        return Optional.empty();
    }

    private void type(SignInRecipe.Step step, String text, String selector) {
        if (step.secret().isPresent()) {
            evidence.secret(text);
            tab.type(selector, new Secret(text));
        } else {
            tab.type(selector, text);
        }
    }

    /** A click may lead to another page. A step that came before it is there would end that journey, or act on the page that is left. */
    private void letClickArrive() {
        var quiet = Quiet.afterClick(tab);
        tab.await(plan.patience(), quiet::lasts);
    }

    private Optional<Attempt> open(URI url, String words) {
        evidence.step(words + ": " + url);
        return switch (tab.open(url)) {
            case Arrival.Unreachable(var why) ->
                Optional.of(new Attempt.Unreachable(url, blocked.reason(url).orElse(why), false));
            case Arrival.Reached() -> blocked.onTheWay(tab, plan.app());
        };
    }
}
