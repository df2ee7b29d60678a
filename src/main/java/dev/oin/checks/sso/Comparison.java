package dev.oin.checks.sso;

import java.util.Set;

/**
 * One address of the app as two browsers saw it. What is shown once, such as a word of refusal, is no session; nor is what changes at every look.
 *
 * @param with by the browser that has just signed in
 * @param again by the same browser, asked for once more
 * @param without by a browser that knows nothing
 */
record Comparison(Page with, Page again, Sessionless without) {

    private static final Set<Integer> ASKS_FOR_A_SESSION = Set.of(401, 403, 404);

    /** Whether only a session explains the difference. */
    boolean showsSession() {
        return !with.isError()
                && !again.isError()
                && !without.couldBe(with)
                && !without.couldBe(again)
                && !isMereStep()
                && !isOnlyRefusal();
    }

    /** What the page said beside what everybody reads there. */
    String said() {
        return with.saidBeyond(without.first());
    }

    private boolean leadsElsewhere() {
        return !again.address().equals(without.first().address());
    }

    /** A step on the way, which breaks for whoever did not come that way, is no page of a session. */
    private boolean isMereStep() {
        var stranger = without.first();
        return stranger.isError() && !ASKS_FOR_A_SESSION.contains(stranger.status()) && !leadsElsewhere();
    }

    /** Some apps go on showing why they refused a person, beside all that they show to everybody. */
    private boolean isOnlyRefusal() {
        return !leadsElsewhere()
                && without.first().saidBeyond(again).isBlank()
                && RefusalWords.areAllOf(again.saidBeyond(without.first()));
    }
}
