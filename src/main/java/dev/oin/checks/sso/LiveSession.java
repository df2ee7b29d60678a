package dev.oin.checks.sso;

import dev.oin.checks.browser.BrowserTab;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import java.time.Duration;
import java.util.Optional;

/** A session in the app, seen by asking for the page that only it shows. */
final class LiveSession implements AppSession {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final BrowserTab tab;
    private final Page with;
    private final SignOfSuccess sign;
    private final Duration patience;
    private final Entrance entrance;

    LiveSession(BrowserTab tab, Page with, SignOfSuccess sign, Duration patience, Entrance entrance) {
        this.tab = tab;
        this.with = with;
        this.sign = sign;
        this.patience = patience;
        this.entrance = entrance;
    }

    /** How people come in. */
    interface Entrance {

        /** Signs in once more in the same tab. */
        Again again();

        /** Signs out of the app, and waits until that is done. */
        void out();

        /** Ends the person's session at the identity provider. */
        void forget();

        /** Signs somebody in in another browser. */
        Optional<AppSession> beside(Person person);

        /** Signs somebody in to another instance, from its tile, in another browser. */
        Optional<AppSession> at(Instance other, Person person);
    }

    @Override
    public State look() {
        var page = Pages.open(tab, with.url(), patience);
        if (page.status() >= 500 || page.status() == 0) {
            return State.UNCLEAR;
        }
        var isThere = sign.isGiven() ? sign.isMet(tab) : page.looksLike(with);
        return isThere ? State.ALIVE : State.GONE;
    }

    @Override
    public Optional<Duration> awaitEnd(Duration atMost) {
        var begin = System.nanoTime();
        while (look() != State.GONE) {
            if (System.nanoTime() - begin > atMost.toNanos()) {
                return Optional.empty();
            }
            tab.await(BETWEEN_LOOKS, () -> false);
        }
        return Optional.of(Duration.ofNanos(System.nanoTime() - begin));
    }

    @Override
    public Optional<AppSession> beside(Person person) {
        return entrance.beside(person);
    }

    @Override
    public Optional<AppSession> at(Instance other, Person person) {
        return entrance.at(other, person);
    }

    @Override
    public Departure signOut() {
        var before = tab.exchanges().size();
        entrance.out();
        var departure =
                new Departure(tab.url(), tab.exchanges().stream().skip(before).toList());
        entrance.forget();
        return departure;
    }

    @Override
    public String text() {
        return tab.text();
    }

    @Override
    public Again signInAgain() {
        var again = entrance.again();
        return again == Again.SIGNED_IN && look() != State.ALIVE ? Again.REFUSED : again;
    }
}
