package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Tells when a tab has come to rest: every page asked for has arrived, and nothing has moved for a moment, which is shorter where nothing is on its way any more,
 * and longer where the page's script still waits for an answer to show, where the server has sent no more than its beginning, where the page has not shown yet what is looked for, and where
 * people only pass through. A page on which nothing could move is at rest when it has loaded.
 */
final class Quiet {

    private static final long MOMENT = Duration.ofMillis(250).toNanos();
    private static final long MOMENT_WHEN_ARRIVING = Duration.ofSeconds(3).toNanos();
    private static final long MOMENT_WHEN_PASSING = Duration.ofSeconds(4).toNanos();
    private static final long MOMENT_WHEN_UNFILLED = Duration.ofSeconds(2).toNanos();
    private static final long MOMENT_WHEN_LOADED = Duration.ofMillis(120).toNanos();

    /** After it, a picture of the page is likely to be of the page at rest. */
    private static final long MOMENT_BEFORE_PICTURE = Duration.ofMillis(30).toNanos();

    private static final Set<String> ASKED_BY_SCRIPTS = Set.of("fetch", "xmlhttprequest");

    private final BrowserTab tab;
    private final long momentWhenLoaded;
    private final boolean isOpened;
    private final boolean endsInPicture;
    private final Place place;
    private boolean wasUnfilled;
    private String last = "";
    private long since = System.nanoTime();
    private long pictured;

    /**
     * What is known of the page at which the tab is to come to rest.
     *
     * @param isPassage whether the tab is at a page that is there to lead on, such as the one that has taken an answer
     * @param isFilled whether the words are all that is looked for on the page
     */
    record Place(BooleanSupplier isPassage, Predicate<String> isFilled) {

        private static final Place ANY = new Place(() -> false, words -> true);
    }

    Quiet(BrowserTab tab) {
        this(tab, MOMENT_WHEN_LOADED, false, false, Place.ANY);
    }

    private Quiet(BrowserTab tab, long momentWhenLoaded, boolean isOpened, boolean endsInPicture, Place place) {
        this.tab = tab;
        this.momentWhenLoaded = momentWhenLoaded;
        this.isOpened = isOpened;
        this.endsInPicture = endsInPicture;
        this.place = place;
    }

    /** Nothing is to come but what the page that was opened brings about itself. */
    static Quiet afterOpening(BrowserTab tab) {
        return new Quiet(tab, MOMENT_WHEN_LOADED, true, false, Place.ANY);
    }

    /** The same where a picture of the page will be wanted when it is at rest, which is begun while that is waited for. */
    static Quiet beforePicture(BrowserTab tab, Place place) {
        return new Quiet(tab, MOMENT_WHEN_LOADED, true, true, place);
    }

    /** The page that was left has loaded long since; where the click leads is asked for a moment later. */
    static Quiet afterClick(BrowserTab tab) {
        return new Quiet(tab, MOMENT, false, false, Place.ANY);
    }

    boolean lasts() {
        var exchanges = tab.exchanges();
        if (isOpened
                && exchanges.stream().allMatch(Quiet::hasArrived)
                && tab.isFixed()
                && !tab.text().isBlank()) {
            return true;
        }
        var arrived = exchanges.stream()
                .filter(exchange -> exchange.kind().equals("document"))
                .allMatch(Quiet::hasArrived);
        var now = exchanges.size() + " "
                + exchanges.stream().mapToInt(Exchange::status).sum();
        if (!arrived || !now.equals(last)) {
            last = now;
            since = System.nanoTime();
            return false;
        }
        var quiet = System.nanoTime() - since;
        if (endsInPicture && pictured != since && quiet >= MOMENT_BEFORE_PICTURE && tab.isLoaded()) {
            pictured = since;
            tab.beginScreenshot();
        }
        return quiet >= moment(exchanges) && isDone(quiet);
    }

    /** A page of which nothing can be read yet, or not what is looked for, may be about to be filled by its script. */
    private boolean isDone(long quiet) {
        var words = tab.text();
        if (words.isBlank() || !place.isFilled().test(words)) {
            wasUnfilled = true;
            return quiet >= MOMENT_WHEN_UNFILLED;
        }
        if (wasUnfilled && endsInPicture) {
            tab.beginScreenshot();
        }
        return true;
    }

    private long moment(List<Exchange> exchanges) {
        if (place.isPassage().getAsBoolean()) {
            return MOMENT_WHEN_PASSING;
        }
        var pending =
                exchanges.stream().filter(exchange -> !hasArrived(exchange)).toList();
        if (tab.isArriving() || pending.stream().anyMatch(exchange -> ASKED_BY_SCRIPTS.contains(exchange.kind()))) {
            return MOMENT_WHEN_ARRIVING;
        }
        return tab.isLoaded() && pending.isEmpty() ? momentWhenLoaded : MOMENT;
    }

    private static boolean hasArrived(Exchange exchange) {
        return exchange.status() > 0 || exchange.error() != null;
    }
}
