package dev.oin.checks.sso;

import dev.oin.sandbox.Person;
import java.time.Duration;
import java.util.Optional;

/** A session that a person has in the app, in a browser of its own; it is proven to be one by what the app shows without. */
public interface AppSession {

    /** Asks for the session's page again, and says whether the session is still there. */
    State look();

    /** Asks again and again; how long it took until the session was gone, or nothing where it outlives the time. */
    Optional<Duration> awaitEnd(Duration atMost);

    /** Signs a person in to the app in a second browser, which knows nothing of the first. */
    Optional<AppSession> beside(Person person);

    /** Signs the same person in again in the same browser; whether that worked. */
    boolean signInAgain();

    /** Signs out of the app as the recipe says. */
    void signOut();

    /** What a person reads on the page on display. */
    String text();

    /** What the app's answer says of the session. */
    enum State {
        ALIVE,
        GONE,
        /** The app failed, so that its answer says nothing. */
        UNCLEAR
    }
}
