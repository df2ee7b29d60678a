package dev.oin.checks.sso;

import dev.oin.checks.browser.BrowserTab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an address shows without a session. A page that changes by itself is another one at each look, so that being different proves nothing there: only what all looks
 * have in common tells the page with a session from it.
 *
 * @param looks at the address, one after the other; a single one where that is enough
 */
record Sessionless(List<Page> looks) {

    /** A page that shows one of three things at random is taken for a steady one once in 81 times with so many. */
    private static final int ENOUGH = 5;

    Sessionless {
        looks = List.copyOf(looks);
    }

    /**
     * Looks once where the page with the session is told by its place, its status or otherwise, and where it is the same; else until the page has changed or has been
     * seen often enough.
     *
     * @param isTold whether the page with the session shows whose it is
     */
    static Sessionless of(BrowserTab tab, Page with, Predicate<Page> isTold, Duration patience) {
        var looks = new ArrayList<Page>();
        do {
            looks.add(Pages.open(tab, with.url(), patience));
        } while (looks.size() < ENOUGH
                && isAtThePlaceOf(with, looks.getLast())
                && looks.stream().noneMatch(with::looksLike)
                && !isTold.test(looks.getFirst())
                && !new Sessionless(looks).changes());
        return new Sessionless(looks);
    }

    private static boolean isAtThePlaceOf(Page one, Page other) {
        return one.url().equals(other.url()) && one.status() == other.status();
    }

    Page first() {
        return looks.getFirst();
    }

    /** Whether two looks differ. */
    boolean changes() {
        return looks.stream().anyMatch(look -> !look.looksLike(first()));
    }

    /** Whether nobody could tell the page from one without a session. */
    boolean couldBe(Page page) {
        return looks.stream().anyMatch(page::looksLike)
                || changes() && isAtThePlaceOf(first(), page) && page.lines().containsAll(steady());
    }

    private Set<String> steady() {
        var lines = new HashSet<>(first().lines());
        looks.forEach(look -> lines.retainAll(look.lines()));
        return lines;
    }
}
