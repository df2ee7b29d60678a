package dev.oin.checks.sso;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.checks.sso.Attempt.Proof;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SignInEvent;
import dev.oin.sandbox.SignInEvent.What;
import java.util.List;
import java.util.Optional;

/** From what was seen to a verdict (testing-rules 4.3): tells the app's faults from its configuration's, the network's and ours. Pure. */
final class Judgement {

    private static final String RECIPE =
            "Enter a sign-in recipe that says how success is recognised, or confirm the sign-in yourself in a guided run.";

    private final SignOnCase which;
    private final App app;
    private final Person person;
    private final List<SignInEvent> events;
    private final Profile profile;

    Judgement(SignOnCase which, App app, Person person, List<SignInEvent> events, Profile profile) {
        this.which = which;
        this.app = app;
        this.person = person;
        this.events = events;
        this.profile = profile;
    }

    Outcome of(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Unreachable unreachable -> Blame.unreachable(unreachable);
            case Attempt.StepImpossible(var number, var words, var page) ->
                new Outcome.Inconclusive(
                        "The sign-in recipe's steps lead to the app's sign-in.",
                        "Step " + number + " could not be done: " + words + ". The page was " + page.inWords(),
                        "Open the sign-in recipe on the Test page, and correct step %d.".formatted(number));
            case Attempt.NeverAsked(var page) -> neverAsked(page);
            case Attempt.SentElsewhere(var where, var anotherInstance) ->
                new Outcome.Failed(
                        Fault.CONFIGURATION,
                        "The app sends people to this instance's identity provider.",
                        anotherInstance
                                ? "The app sent the person to another instance: " + where + "."
                                : "The app sent the person to " + where + ", which is not this sandbox.",
                        "The app is probably set up with the data of another instance or provider. Enter this instance's issuer, sign-on URL or client ID in the app.");
            case Attempt.RequestRefused(var reason) -> RefusedRequest.outcome(app, reason, events);
            case Attempt.NotLetIn(var reason) ->
                new Outcome.Errored(
                        Fault.PLATFORM,
                        "The person signs in at the sandbox's sign-in page and sees the tile.",
                        reason,
                        "This says nothing about your app. Run the case again; if it happens again, tell the operator of this product.");
            case Attempt.NotLaunched(var reason) ->
                new Outcome.Failed(
                        Fault.CONFIGURATION,
                        "The tile leads into the app.",
                        reason,
                        "Complete the app's addresses in the submission.");
            case Attempt.NotDelivered(var page) -> notDelivered(page);
            case Delivered delivered -> delivered(delivered);
        };
    }

    private Outcome neverAsked(Page page) {
        var expected = "Opening the SP initiate URL leads to the identity provider.";
        if (page.status() == 404) {
            return new Outcome.Failed(
                    Fault.CONFIGURATION,
                    expected,
                    page.inWords(),
                    "Correct the SP initiate URL on page 3, or the app's route.");
        }
        if (page.isError()) {
            return new Outcome.Failed(
                    Fault.APP,
                    expected,
                    page.inWords(),
                    "Look into the app's log for why it cannot start the sign-in.");
        }
        return new Outcome.Inconclusive(
                expected,
                "The app showed a page of its own and sent no request that asks for a sign-in: " + page.inWords(),
                (RefusalWords.areIn(page.text())
                                ? "If the page says that the sign-in could not begin: correct that in the app, whose server has to reach this instance's addresses. Otherwise: where"
                                : "Where")
                        + " a person has to click or type something there, enter these steps as \"before\" in the sign-in recipe; otherwise correct the SP initiate URL.");
    }

    private Outcome notDelivered(Page page) {
        var expected = "After the sign-in at the identity provider the answer reaches the app.";
        if (app.isSandbox(page.url())) {
            return new Outcome.Errored(
                    Fault.PLATFORM,
                    expected,
                    page.inWords(),
                    "This says nothing about your app. Run the case again; if it happens again, tell the operator of this product.");
        }
        var initiated = which.startsAtTile() && app.initiateUri() != null
                ? "The initiate login URI was opened, and the app sent no authentication request of its own (OIDC Core 4): "
                : "No answer came to a registered address: ";
        return new Outcome.Failed(
                page.status() == 404 ? Fault.CONFIGURATION : Fault.APP,
                expected,
                initiated + page.inWords(),
                "Check the initiate login URI: with the parameter iss the app must start its own sign-in with this issuer.");
    }

    private Outcome delivered(Delivered delivered) {
        var error = delivered.delivery().error();
        if (error.isPresent()) {
            return new Outcome.Failed(
                    Fault.CONFIGURATION,
                    "The identity provider answers with success.",
                    "It answered with the error " + error.get() + (error.get().endsWith(".") ? "" : "."),
                    app.protocol() == Protocol.OIDC
                            ? "Compare the app's request with what was registered, and with what the discovery document offers: scopes, redirect URI, response type and mode, PKCE with S256."
                            : "Correct what the app's request asks for: NameID format, authentication context, binding of the answer.");
        }
        var rest = delivered.rest();
        if (delivered.delivery().status() >= 400 || rest.isError()) {
            return refusal().outcome(delivered);
        }
        if (app.isSandbox(rest.url())) {
            return new Outcome.Failed(
                    Fault.APP,
                    "After the answer the app starts a session.",
                    "The app took the answer and sent the person back to the identity provider (" + asked()
                            + " requests).",
                    delivered
                            .delivery()
                            .lostCookie()
                            .orElse(
                                    "The app probably lost its session or refused the answer without a word. Check its session cookie (SameSite, Secure) and its log."));
        }
        if (app.protocol() == Protocol.OIDC && !was(What.CODE_REDEEMED)) {
            return refusal()
                    .told(delivered, delivered.proof() instanceof Proof.OnlyWords words ? words.said() : rest.text());
        }
        return proven(rest, delivered);
    }

    private AppRefusal refusal() {
        return new AppRefusal(which, app, person, events);
    }

    private boolean was(What what) {
        return events.stream().anyMatch(event -> event.what() == what);
    }

    private long asked() {
        return events.stream()
                .filter(event ->
                        event.what() == What.SAML_REQUEST_RECEIVED || event.what() == What.OIDC_REQUEST_RECEIVED)
                .count();
    }

    private Outcome proven(Page rest, Delivered delivered) {
        var expected = "The app starts a session for " + person.email() + ".";
        return switch (delivered.proof()) {
            case Proof.ByRecipe() -> signedIn(expected, "The recipe's sign of success was there. " + rest.inWords());
            case Proof.ByControl(var with, var without) ->
                signedIn(
                        expected,
                        "Back in the app at " + with.inWords() + " Without a session the same address shows "
                                + without.inWords());
            case Proof.ByEntrance(var with, var without) ->
                delivered
                        .delivery()
                        .lostCookie()
                        .<Outcome>map(cause -> new Outcome.Warned(
                                Fault.APP,
                                expected + " The person comes to a page that shows it.",
                                "The person came to " + rest.inWords()
                                        + " Only opened anew, the app shows the session: " + with.inWords(),
                                cause))
                        .orElseGet(() -> signedIn(
                                expected,
                                "Back in the app at " + with.inWords() + " Without a session the same address shows "
                                        + without.inWords()));
            case Proof.RecipeUnmet(var missing) ->
                new Outcome.Failed(
                        Fault.APP,
                        expected + " By the recipe, " + missing + " shows it.",
                        "It was not there: " + rest.inWords(),
                        "If the person is signed in on the screenshot, correct the recipe; otherwise look into the app's log.");
            case Proof.RecipeProvesNothing() ->
                new Outcome.Inconclusive(
                        expected,
                        "The recipe's sign of success is there without a session, too.",
                        "Choose a sign in the recipe that only a signed-in person sees.");
            case Proof.SameWithout(var page) ->
                new Outcome.Inconclusive(
                        expected,
                        "The app shows the same page without a session: " + page.inWords(),
                        wayOut(delivered, page.text()));
            case Proof.ChangesByItself(var page) ->
                new Outcome.Inconclusive(
                        expected,
                        "The page changes by itself: without a session, too, it is another one at each look. "
                                + page.inWords(),
                        RECIPE);
            case Proof.OnlyWords(var said, var page) ->
                RefusalWords.areAllOf(said)
                        ? refusal().told(delivered, said)
                        : new Outcome.Inconclusive(
                                expected,
                                "The app said \"" + Page.quoted(said) + "\" at " + page.address()
                                        + ". Its pages, asked for again, show no sign of a session.",
                                wayOut(delivered, said));
            case Proof.None() ->
                new Outcome.Inconclusive(
                        expected, "The browser came to rest outside of the app: " + rest.inWords(), RECIPE);
        };
    }

    /** What to do where nothing shows a session: the cause, if there is none, and how one is recognised, if there is one. */
    private String wayOut(Delivered delivered, String text) {
        var cause = delivered
                .delivery()
                .lostCookie()
                .or(() -> Optional.of(text)
                        .filter(RefusalWords::areIn)
                        .or(() -> Optional.of("").filter(silence -> isSilent(delivered)))
                        .map(said -> refusal().likelyCause(delivered, said)));
        return cause.map(words -> "If nobody is signed in on the screenshot: " + words + " Otherwise: ")
                        .orElse("")
                + RECIPE;
    }

    /** Some apps lead whom they refuse to their entrance without a word. Of OpenID Connect the code tells that the app went on. */
    private boolean isSilent(Delivered delivered) {
        return app.protocol() == Protocol.SAML && delivered.proof() instanceof Proof.SameWithout;
    }

    private Outcome signedIn(String expected, String observed) {
        if (!which.createsPerson()) {
            return new Outcome.Passed(expected, observed + shown());
        }
        var created = "The app creates " + person.fullName() + " (" + person.email() + ") and signs the person in.";
        if (profile.isComplete()) {
            return new Outcome.Passed(created, observed + " First name, last name and e-mail address are shown.");
        }
        return new Outcome.Warned(
                Fault.APP,
                created,
                observed + " Profile not verified: the page does not show the " + profile.missingInWords() + ".",
                "Check in the app that the person was created with the right names. A protected_url in the sign-in recipe that shows the profile lets this be seen.");
    }

    private String shown() {
        return profile.isUnseen() ? " The page does not say who is signed in." : " The page names the person.";
    }
}
