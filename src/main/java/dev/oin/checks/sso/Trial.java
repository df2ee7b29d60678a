package dev.oin.checks.sso;

import dev.oin.checks.sso.AppSession.State;
import dev.oin.sandbox.SignInEvent;
import dev.oin.sandbox.SignInEvent.What;
import java.util.List;
import java.util.stream.Stream;

/**
 * One sign-in, whatever came of it.
 *
 * @param state whether anybody is signed in to the app afterwards, when the identity provider's own session is over
 * @param told whether the page where the browser came to rest says something that the app's entrance does not
 */
record Trial(Attempt attempt, State state, boolean told, List<SignInEvent> events) {

    Trial {
        events = List.copyOf(events);
    }

    boolean was(What what) {
        return events.stream().anyMatch(event -> event.what() == what);
    }

    /** How often the app has asked the identity provider to sign somebody in, not only whether somebody is. */
    long requests() {
        return events.stream()
                .filter(event -> !"none".equals(event.details().get("prompt"))
                        && !"true".equals(event.details().get("is_passive")))
                .filter(event ->
                        event.what() == What.SAML_REQUEST_RECEIVED || event.what() == What.OIDC_REQUEST_RECEIVED)
                .count();
    }

    /** How often an answer went out, success or error; that there is no session answers only who looked for one. */
    long answers() {
        return events.stream()
                .filter(event -> Stream.of("error", "status")
                        .map(name -> event.details().getOrDefault(name, ""))
                        .noneMatch(why -> SeenAnswers.NO_SESSION.stream().anyMatch(why::endsWith)))
                .filter(event -> event.what() == What.SAML_ANSWERED
                        || event.what() == What.SAML_DENIED
                        || event.what() == What.OIDC_ANSWERED
                        || event.what() == What.OIDC_REQUEST_REFUSED)
                .count();
    }

    /** The end of it in words. */
    String end() {
        return switch (attempt) {
            case Attempt.Delivered delivered -> delivered.rest().inWords();
            case Attempt.NotDelivered(var page) -> page.inWords();
            case Attempt.NeverAsked(var page) -> page.inWords();
            case Attempt.StepImpossible(var number, var words, var page) -> words;
            case Attempt.NotLetIn(var reason) -> reason;
            case Attempt.NotLaunched(var reason) -> reason;
            case Attempt.RequestRefused(var reason) -> reason;
            case Attempt.SentElsewhere(var where, var another) -> "The app sent the person to " + where + '.';
            case Attempt.Unreachable(var address, var reason, var ours) -> address + ": " + reason;
        };
    }
}
