package dev.oin.checks.sso;

import java.net.URI;
import java.util.Optional;

/** How far a sign-in came. */
sealed interface Attempt {

    /** An address could not be reached. */
    record Unreachable(URI address, String reason, boolean ours) implements Attempt {

        /** Whether it leads round in a circle, in the browser's words. */
        boolean isCircle() {
            return isCircle(reason);
        }

        static boolean isCircle(String reason) {
            return reason.contains("ERR_TOO_MANY_REDIRECTS");
        }
    }

    /** The app's own pages could not be got through as the recipe says. */
    record StepImpossible(int number, String words, Page page) implements Attempt {}

    /** The app did not send the person to the identity provider. */
    record NeverAsked(Page page) implements Attempt {}

    /** The app sent the person to another identity provider, or to another instance. */
    record SentElsewhere(URI where, boolean anotherInstance) implements Attempt {}

    /** The identity provider did not accept the app's request. */
    record RequestRefused(String reason) implements Attempt {}

    /** Our own sign-in page did not let the person in, or shows no tile. */
    record NotLetIn(String reason) implements Attempt {}

    /** The tile was chosen and no answer was made. */
    record NotLaunched(String reason) implements Attempt {}

    /** The person signed in at the identity provider, but no answer reached the app. */
    record NotDelivered(Page page) implements Attempt {}

    /** An answer was delivered, and the browser came to rest. */
    record Delivered(Delivery delivery, Page rest, Proof proof) implements Attempt {

        Delivered with(Proof found) {
            return new Delivered(delivery, rest, found);
        }
    }

    /**
     * The answer on its way to the app.
     *
     * @param status what the app answered to it; 0 for nothing
     * @param error the error that the answer carried; empty for success
     * @param lostCookie a cookie of the app that the browser did not send along, and why, in words
     */
    record Delivery(URI address, int status, Optional<String> error, Optional<String> lostCookie) {}

    /** What tells whether there is a session. */
    sealed interface Proof {

        /** The recipe's sign of success was there, and not without a session. */
        record ByRecipe() implements Proof {}

        /** The recipe's sign of success was missing. */
        record RecipeUnmet(String missing) implements Proof {}

        /** The recipe's sign is there without a session, too. */
        record RecipeProvesNothing() implements Proof {}

        /** The page is another one without a session. */
        record ByControl(Page with, Page without) implements Proof {}

        /** Where the browser came to rest tells nothing; the app's first page is another one without a session. */
        record ByEntrance(Page with, Page without) implements Proof {}

        /** The page is the same without a session. */
        record SameWithout(Page page) implements Proof {}

        /** The page is another one at each look, with a session and without. */
        record ChangesByItself(Page page) implements Proof {}

        /** The app said something when it took the answer, and its pages, asked for again, show no sign of a session. */
        record OnlyWords(String said, Page page) implements Proof {}

        /** No comparison was made, for the page is an error, or not the app's. */
        record None() implements Proof {}
    }
}
