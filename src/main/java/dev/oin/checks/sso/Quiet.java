package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Tells when a tab has come to rest: every page asked for has arrived, and nothing has moved for a moment, which is shorter where nothing is on its way any more,
 * and longer where the page's script still waits for an answer to show, where the server has sent no more than its beginning, where it has shown nothing yet, and where people only
 * pass through. A page on which nothing could move is at rest when it has loaded.
 */
final class Quiet {

    private static final long MOMENT = Duration.ofMillis(250).toNanos();
    private static final long MOMENT_WHEN_ASKING = Duration.ofSeconds(3).toNanos();
    private static final long MOMENT_WHEN_PASSING = Duration.ofSeconds(4).toNanos();
    private static final long MOMENT_WHEN_BLANK = Duration.ofSeconds(2).toNanos();
    private static final long MOMENT_WHEN_LOADED = Duration.ofMillis(120).toNanos();

    /** After it, a picture of the page is likely to be of the page at rest. */
    private static final long MOMENT_BEFORE_PICTURE = Duration.ofMillis(30).toNanos();

    private static final Set<String> ASKED_BY_SCRIPTS = Set.of("fetch", "xmlhttprequest");

    private final BrowserTab tab;
    private final long momentWhenLoaded;
    private final boolean isOpened;
    private final boolean endsInPicture;
    private final BooleanSupplier isPassage;
    private String last = "";
    private long since = System.nanoTime();
    private long pictured;

    Quiet(BrowserTab tab) {
        this(tab, MOMENT_WHEN_LOADED, false, false, () -> false);
    }

    private Quiet(
            BrowserTab tab,
            long momentWhenLoaded,
            boolean isOpened,
            boolean endsInPicture,
            BooleanSupplier isPassage) {
        this.tab = tab;
        this.momentWhenLoaded = momentWhenLoaded;
        this.isOpened = isOpened;
        this.endsInPicture = endsInPicture;
        this.isPassage = isPassage;
    }

    /** Nothing is to come but what the page that was opened brings about itself. */
    static Quiet afterOpening(BrowserTab tab) {
        return new Quiet(tab, MOMENT_WHEN_LOADED, true, false, () -> false);
    }

    /**
     * The same where a picture of the page will be wanted when it is at rest, which is begun while that is waited for.
     *
     * @param isPassage whether the tab is at a page that is there to lead on, such as the one that has taken an answer
     */
    static Quiet beforePicture(BrowserTab tab, BooleanSupplier isPassage) {
        return new Quiet(tab, MOMENT_WHEN_LOADED, true, true, isPassage);
    }

    /** The page that was left has loaded long since; where the click leads is asked for a moment later. */
    static Quiet afterClick(BrowserTab tab) {
        return new Quiet(tab, MOMENT, false, false, () -> false);
    }

    boolean lasts() {
        var exchanges = tab.exchanges();
        if (isOpened && exchanges.stream().allMatch(Quiet::hasArrived) && tab.isFixed()) {
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
        return quiet >= moment(exchanges) && (quiet >= MOMENT_WHEN_BLANK || !isBlank());
    }

    /** A page of which nothing can be read yet is about to be filled by its script. */
    private boolean isBlank() {
        return tab.text().isBlank();
    }

    private long moment(List<Exchange> exchanges) {
        var pending =
                exchanges.stream().filter(exchange -> !hasArrived(exchange)).toList();
        if (isPassage.getAsBoolean()) {
            return MOMENT_WHEN_PASSING;
        }
        if (tab.isArriving() || pending.stream().anyMatch(exchange -> ASKED_BY_SCRIPTS.contains(exchange.kind()))) {
            return MOMENT_WHEN_ASKING;
        }
        return tab.isLoaded() && pending.isEmpty() ? momentWhenLoaded : MOMENT;
    }

    private static boolean hasArrived(Exchange exchange) {
        return exchange.status() > 0 || exchange.error() != null;
    }
}
