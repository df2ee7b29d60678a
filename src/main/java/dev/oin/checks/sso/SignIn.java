package dev.oin.checks.sso;

import dev.oin.checks.Evidence;
import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;
import dev.oin.checks.browser.BrowserTab.Arrival;
import dev.oin.checks.sso.Attempt.Delivery;
import dev.oin.checks.sso.Attempt.Proof;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One person's way from the tile or from the app through the identity provider into the app, in one tab. */
final class SignIn {

    private static final String PROBLEM = ".problem";

    private final BrowserTab tab;
    private final Plan plan;
    private final Evidence evidence;
    private final BlockedTargets blocked;
    private final SignInForm form;
    private final SeenAnswers answers;
    private Runnable whenDelivered = () -> {};

    SignIn(BrowserTab tab, Plan plan, Evidence evidence, BlockedTargets blocked) {
        this.tab = tab;
        this.plan = plan;
        this.evidence = evidence;
        this.blocked = blocked;
        this.form = new SignInForm(tab, plan.app(), plan.patience());
        this.answers = new SeenAnswers(tab, plan.app());
    }

    /**
     * What is to be done.
     *
     * @param home the page with the tiles
     * @param tickets what is typed instead of the person's password, another each time
     */
    record Plan(
            SignOnCase which,
            App app,
            InstanceId instance,
            Person person,
            Supplier<String> tickets,
            URI home,
            SignInRecipe recipe,
            Duration patience) {}

    /** Goes as far as the app lets it; the proof is still open where the browser came to rest in the app. */
    Attempt attempt() {
        return plan.which().startsAtTile() ? fromTile() : fromApp();
    }

    /** The same; tells when the answer has been delivered, while the browser comes to rest. */
    Attempt attempt(Runnable whenDelivered) {
        this.whenDelivered = whenDelivered;
        return attempt();
    }

    private Attempt fromTile() {
        evidence.step("Opened the page with the person's tiles");
        if (tab.open(plan.home()) instanceof Arrival.Unreachable(var reason)) {
            return new Attempt.Unreachable(plan.home(), reason, true);
        }
        var refused = letIn();
        if (refused.isPresent()) {
            return refused.get();
        }
        var tile = "#app-" + plan.instance();
        if (!shown(() -> tab.click(tile))) {
            return new Attempt.NotLetIn("The tile of the instance is not on the page: " + page().inWords());
        }
        evidence.step("Chose the app's tile");
        return delivered(true);
    }

    private Attempt fromApp() {
        var started = new StartInApp(tab, plan, evidence, blocked).go();
        if (started.isPresent()) {
            return started.get();
        }
        var rest = new Quiet(tab);
        if (!shown(() -> isAtProviderOrFailed(rest) || leadsNowhere()) || !form.isShown()) {
            return notAtProvider();
        }
        evidence.step("Was sent to the identity provider");
        var refused = letIn();
        return refused.isPresent() ? refused.get() : delivered(false);
    }

    /** A request that is still on its way has led nobody elsewhere: the page before it may be of neither the app nor the provider. */
    private boolean isAtProviderOrFailed(Quiet rest) {
        return isAtProvider()
                ? form.isShown() || isAtProblemPage()
                : answers.refusal().isPresent()
                        || answers.asked().isPresent() && !plan.app().isApps(tab.url()) && rest.lasts();
    }

    /** Whether the page that was opened stays as it is. That which a click leaves does, too, until the click has led on. */
    private boolean leadsNowhere() {
        return plan.recipe().endsInOpening() && tab.isFixed() && !isAtProvider();
    }

    /** By the last answer that came, without asking the browser. */
    private boolean isAtProvider() {
        return tab.document().filter(page -> plan.app().isSandbox(page.url())).isPresent();
    }

    private boolean isAtProblemPage() {
        return isAtProvider()
                && tab.document().filter(page -> page.status() >= 400).isPresent()
                && !form.isShown()
                && tab.shows(PROBLEM);
    }

    private Attempt notAtProvider() {
        if (isAtProblemPage()) {
            return new Attempt.RequestRefused(problem());
        }
        var refusal = answers.refusal();
        if (refusal.isPresent()) {
            return atRest(refusal.get());
        }
        var asked = answers.asked().filter(request -> !isAppsOwn(request) && !cameBack(request));
        if (asked.isPresent()) {
            return new Attempt.SentElsewhere(
                    Parameters.withoutSignIn(asked.get().url()),
                    plan.app().isSandbox(asked.get().url()));
        }
        return unreachableOnTheWay().orElseGet(() -> new Attempt.NeverAsked(page()));
    }

    /** An app may have an authorization server of its own (OAuth 2), which then asks the sandbox. */
    private boolean isAppsOwn(Exchange request) {
        var app = plan.app();
        return app.protocol() == Protocol.OIDC && !app.isSandbox(request.url()) && app.isApps(request.url());
    }

    /** Whether the app asked whether somebody is signed in, and shows a page of its own since nobody is. */
    private boolean cameBack(Exchange request) {
        return plan.app().isSandbox(request.url()) && plan.app().isApps(tab.url());
    }

    private Optional<Attempt> letIn() {
        var refused = form.enter(plan.person(), plan.tickets().get());
        if (refused.isEmpty()) {
            evidence.step(
                    "Signed in at the identity provider as " + plan.person().email());
        }
        return refused.map(Attempt.NotLetIn::new);
    }

    private Attempt delivered(boolean fromTile) {
        if (shown(() -> isDelivered() || isAtProblemPage() || answers.isAskedAgain()) && answers.isAskedAgain()) {
            evidence.step("Was asked for the password again, as the app's request wants it");
            var refused = letIn();
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        var arrived = shown(() -> isDelivered() || isAtProblemPage());
        var delivery = answers.delivery();
        if (delivery.isPresent() && arrived) {
            return atRest(delivery.get());
        }
        if (isAtProblemPage()) {
            return fromTile && answers.asked().isEmpty()
                    ? new Attempt.NotLaunched(problem())
                    : new Attempt.RequestRefused(problem());
        }
        return delivery.map(lost -> lostOnTheWay(Parameters.withoutSignIn(lost.url())))
                .or(this::unreachableOnTheWay)
                .orElseGet(() -> new Attempt.NotDelivered(page()));
    }

    private boolean isDelivered() {
        return answers.delivery().filter(SignIn::isAnswered).isPresent();
    }

    private static boolean isAnswered(Exchange exchange) {
        return exchange.status() > 0 || exchange.error() != null;
    }

    private Attempt atRest(Exchange delivery) {
        var reason = blocked.reason(delivery);
        if (reason.isPresent()) {
            return new Attempt.Unreachable(Parameters.withoutSignIn(delivery.url()), reason.get(), false);
        }
        evidence.step("The answer was delivered to " + Parameters.withoutSignIn(delivery.url()));
        whenDelivered.run();
        var quiet = Quiet.beforePicture(tab, new Quiet.Place(this::isWhereAnswersAreTaken, this::isTold));
        var sign = new SignOfSuccess(plan.recipe(), plan.person());
        tab.await(
                plan.patience(),
                () -> sign.isGiven() ? sign.isMet(tab) || quiet.lasts() && page().isError() : quiet.lasts());
        evidence.step("The browser came to rest at " + Parameters.withoutSignIn(tab.url()));
        var lost = unreachableOnTheWay();
        if (lost.isPresent()) {
            return lost.get();
        }
        var address = Parameters.withoutSignIn(delivery.url());
        return new Attempt.Delivered(
                new Delivery(
                        address,
                        delivery.status(),
                        plan.app().error(delivery),
                        LostCookies.around(delivery, tab.exchanges())),
                page(),
                new Proof.None());
    }

    /** Apps take an answer and lead on, some by a script or a page that is shown for a moment; an error leads nowhere. */
    private boolean isWhereAnswersAreTaken() {
        return plan.app().isAnswerAddress(tab.url())
                && tab.document().filter(page -> page.status() < 400).isPresent();
    }

    /** Whose page it is counts where the person is new. */
    private boolean isTold(String words) {
        return !plan.which().createsPerson()
                || Profile.among(List.of(words), plan.person()).isComplete();
    }

    private Attempt lostOnTheWay(URI address) {
        return new Attempt.Unreachable(
                address,
                blocked.reason(address)
                        .orElse("no answer within " + plan.patience().toSeconds() + " s"),
                false);
    }

    private Optional<Attempt> unreachableOnTheWay() {
        return blocked.onTheWay(tab, plan.app());
    }

    private String problem() {
        return tab.textOf(PROBLEM).orElse("no reason given");
    }

    private boolean shown(BooleanSupplier condition) {
        return tab.await(plan.patience(), condition);
    }

    private Page page() {
        return Pages.of(tab);
    }
}
