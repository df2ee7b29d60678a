package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import dev.oin.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The page that a script looks at; where a page opens another window, the tab follows it there. */
public interface BrowserTab {

    /** Opens the address and waits until the page can be read. */
    Arrival open(URI address);

    /** Where the tab is now. */
    URI url();

    /** The page's title. */
    default String title() {
        return words().title();
    }

    /** The text a person can read on the page; empty while it changes. */
    default String text() {
        return words().text();
    }

    /** Title and text, looked at once. */
    Words words();

    /** Whether a person can see an element that matches the selector. */
    boolean shows(String selector);

    /** The readable text of the first visible element that matches. */
    Optional<String> textOf(String selector);

    /** Clicks the first visible element that matches, as a person would; false where none is there. */
    boolean click(String selector);

    /** Clicks the first visible element that matches, replaces what is in it by the text, key by key; false where none is there. */
    boolean type(String selector, String text);

    /** The same with a text that no picture of the tab shows from then on. */
    boolean type(String selector, Secret text);

    /** Fills in a form and presses its button in one step, without hands: for pages of this product only; false where it is not there. */
    boolean submit(Map<String, String> fields, String button);

    /** Presses Enter. */
    void pressEnter();

    /** Waits until the condition holds; false where it did not within the time. */
    boolean await(Duration atMost, BooleanSupplier condition);

    /** The answer that the page on display came with; empty where there was none. */
    Optional<Exchange> document();

    /** Whether more of the page on display is to come: its server has sent the beginning, and not the end. */
    boolean isArriving();

    /** Whether the page on display has loaded whatever it is made of. */
    boolean isLoaded();

    /** Whether it has loaded, and stays as it is until somebody acts on it: nothing of it can run, and it leads nowhere by itself. */
    boolean isFixed();

    /** Every request sent so far with its answer; cheap, without the bodies of answers. */
    List<Exchange> exchanges();

    /** Every request sent so far with its answer, bodies included. */
    List<Exchange> traffic();

    /** Begins to take a picture, which {@link #screenshot()} hands out where nothing has happened in between. */
    void beginScreenshot();

    /** The page as PNG; empty where it is replaced too fast to be taken. */
    Optional<byte[]> screenshot();

    /** What a page says. */
    record Words(String title, String text) {}

    /** How opening an address ended. */
    sealed interface Arrival {

        /** A page is there. */
        record Reached() implements Arrival {}

        /** The address could not be reached, in the browser's words, such as {@code net::ERR_CONNECTION_REFUSED}. */
        record Unreachable(String reason) implements Arrival {}
    }
}
