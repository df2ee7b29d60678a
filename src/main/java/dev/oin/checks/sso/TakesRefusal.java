package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.checks.sso.Attempt.Delivered;
import dev.oin.checks.sso.Attempt.Unreachable;

/** How an app has to take somebody who may not come in: with a message, without a session, and without going round in circles. */
final class TakesRefusal {

    private TakesRefusal() {}

    static Finding judge(Trial trial, String who) {
        if (trial.state() == State.ALIVE) {
            return new Finding.Wrong(who + ", and still somebody is signed in to the app afterwards: " + trial.end());
        }
        if (trial.requests() > 1 || trial.answers() > 1) {
            return new Finding.Wrong("%s; the app began the sign-in again, %d times in all, without a word."
                    .formatted(who, Math.max(trial.requests(), trial.answers())));
        }
        if (trial.attempt() instanceof Unreachable unreachable && unreachable.isCircle()) {
            return new Finding.Wrong(who + "; the app led round in a circle: " + trial.end());
        }
        if (!(trial.attempt() instanceof Delivered delivered)) {
            return new Finding.Unseen("No answer reached the app: " + trial.end());
        }
        if (delivered.rest().status() >= 500 || delivered.delivery().status() >= 500) {
            return new Finding.Wrong(who + "; the app broke: " + trial.end());
        }
        if (trial.state() == State.UNCLEAR) {
            return new Finding.Unseen("The app fails at present, so that nobody can say whether there is a session.");
        }
        return trial.told()
                ? new Finding.Right(who + ", and nobody is signed in. The app says: " + trial.end())
                : new Finding.Wrong(who + "; the app shows its entrance, and no word of why: " + trial.end());
    }
}
