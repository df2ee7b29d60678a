package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A session that a person has in the app, in a browser of its own; it is proven to be one by what the app shows without. */
public interface AppSession {

    /** Asks for the session's page again, and says whether the session is still there. */
    State look();

    /** Asks again and again; how long it took until the session was gone, or nothing where it outlives the time. */
    Optional<Duration> awaitEnd(Duration atMost);

    /** Signs a person in to the app in a second browser, which knows nothing of the first. */
    Optional<AppSession> beside(Person person);

    /** Signs the same person in again in the same browser. */
    Again signInAgain();

    /** Signs a person in to another instance from its tile, in a second browser, which knows nothing of the first. */
    Optional<AppSession> at(Instance other, Person person);

    /** Signs out of the app as the recipe says, and then ends the person's session at the identity provider. */
    Departure signOut();

    /**
     * What became of signing out.
     *
     * @param rest where the browser came to rest
     * @param traffic what it sent on the way
     */
    record Departure(URI rest, List<Exchange> traffic) {
        public Departure {
            traffic = List.copyOf(traffic);
        }
    }

    /** What a person reads on the page on display. */
    String text();

    /** What became of signing in again. */
    enum Again {
        SIGNED_IN,
        /** The app showed a page of its own, as it does to whom it still knows. */
        NOT_ASKED,
        REFUSED
    }

    /** What the app's answer says of the session. */
    enum State {
        ALIVE,
        GONE,
        /** The app failed, so that its answer says nothing. */
        UNCLEAR
    }
}
