package dev.oin.checks.sso;

import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.SignInEvent;
import dev.oin.sandbox.SignInEvent.What;
import java.util.List;

/** The app answered a valid sign-in with an error: the likely cause, and whose it is. */
record AppRefusal(SignOnCase which, App app, Person person, List<SignInEvent> events) {

    private static final String UNASKED =
            " Or it takes no answer that it did not ask for: let it take these, or take the IdP flow out on page 3.";

    /** The app said so, with an answer that is no error by its status. */
    Outcome told(Delivered delivered, String said) {
        var cause = cause(delivered, delivered.rest().status(), said);
        return new Outcome.Failed(
                cause.blame(),
                expected(),
                "Nobody is signed in. The app answered at " + delivered.rest().address() + ": \"" + Page.quoted(said)
                        + '"',
                cause.words());
    }

    String likelyCause(Delivered delivered, String said) {
        return cause(delivered, delivered.rest().status(), said).words();
    }

    private String expected() {
        return "The app accepts the answer and starts a session for " + person.email() + ".";
    }

    Outcome outcome(Delivered delivered) {
        var status = delivered.delivery().status() >= 400
                ? delivered.delivery().status()
                : delivered.rest().status();
        var cause = cause(delivered, status, delivered.rest().text());
        return new Outcome.Failed(
                cause.blame(),
                expected(),
                "The app answered with status " + status + ". "
                        + delivered.rest().inWords(),
                cause.words());
    }

    private Cause cause(Delivered delivered, int status, String text) {
        var isTaken = delivered.delivery().status() < 400;
        if (isTaken && isMissing(status) && !isForErrors(delivered.rest())) {
            return new Cause(
                    Fault.APP,
                    "The app took the answer at " + delivered.delivery().address()
                            + " and then sent the person to a page that does not exist. Set the page where people land after they signed in.");
        }
        if (!isTaken && (status == 404 || status == 405)) {
            return new Cause(
                    Fault.CONFIGURATION,
                    "There is nothing at " + delivered.delivery().address()
                            + " that takes answers. Correct the address in the submission.");
        }
        var refused = events.stream()
                .filter(event -> event.what() == What.TOKEN_REQUEST_REFUSED)
                .findFirst();
        if (refused.isPresent()) {
            return ofTokens(refused.get());
        }
        var lost = delivered.delivery().lostCookie();
        if (lost.isPresent() && delivered.delivery().status() < 500) {
            return new Cause(Fault.APP, lost.get());
        }
        if (!which.createsPerson() && RefusalWords.nameAnUnknownPerson(text)) {
            return new Cause(
                    Fault.CONFIGURATION,
                    "The person is probably unknown to the app. Create " + person.email()
                            + " there, or declare just-in-time creation on page 3.");
        }
        var named = NamedCause.in(text, which);
        if (named.isPresent()) {
            return new Cause(named.get().blame(), named.get().remedy());
        }
        if (RefusalWords.nameSettings(text)) {
            return new Cause(
                    Fault.CONFIGURATION,
                    "The app's settings probably differ from this instance's: compare issuer, certificate, audience and address in the app.");
        }
        if (app.protocol() == Protocol.OIDC && !was(What.CODE_REDEEMED)) {
            return new Cause(
                    Fault.APP,
                    "The app did not redeem the code. Check that it keeps state and nonce in its session cookie and that its server can reach the token endpoint.");
        }
        return new Cause(
                Fault.APP,
                (status >= 500
                                ? "The app broke while it handled a valid answer; look into its log."
                                : "The app refused a valid answer; look into its log. Likely: certificate or issuer of another instance, clock, or a session cookie that is lost in the cross-site POST.")
                        + (app.protocol() == Protocol.SAML && which.startsAtTile() ? UNASKED : ""));
    }

    private static boolean isMissing(int status) {
        return status == 404 || status == 410;
    }

    /** A missing page for errors tells of a refusal, not of where people land. */
    private static boolean isForErrors(Page page) {
        return String.valueOf(page.url().getPath()).matches("(?i).*(error|fail|denied|refus).*");
    }

    private static Cause ofTokens(SignInEvent refused) {
        var error = refused.details().getOrDefault("error", "invalid_client");
        var words = refused.details().getOrDefault("error_description", "");
        return error.equals("invalid_client")
                ? new Cause(
                        Fault.CONFIGURATION,
                        "The identity provider refused the app's token request"
                                + (words.isEmpty() ? "" : " (" + words + ")")
                                + ". Enter this instance's client ID and client secret in the app, and use client_secret_basic or client_secret_post.")
                : new Cause(
                        Fault.APP,
                        "The identity provider refused the app's token request with " + error
                                + ". Redeem each code once, within a minute, with the redirect URI of the request and, where it used PKCE, with its verifier.");
    }

    private boolean was(What what) {
        return events.stream().anyMatch(event -> event.what() == what);
    }

    /** The likely cause, as what to do about it. */
    private record Cause(Fault blame, String words) {}
}
