package dev.oin.checks.browser;

import java.net.URI;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A warm browser; each piece of work gets a context of its own, that shares no cookie, storage or cache with any other. */
public interface Browser {

    /**
     * Does the work in a fresh context, and once more in another one when the browser was lost.
     *
     * @throws DeadlinePassed when the work took too long; the context is gone then
     * @throws BrowserLost when the browser was lost twice
     * @throws BrowserMissing when there is no browser to start
     */
    default <T> T inFreshContext(Terms terms, Function<BrowserTab, T> work) {
        return inFreshContexts(terms, (tab, second) -> work.apply(tab));
    }

    /** The same with a second fresh context at hand, which shares nothing with the first. */
    <T> T inFreshContexts(Terms terms, BiFunction<BrowserTab, Second, T> work);

    /** A second context beside the first; there is none until somebody asks. */
    interface Second {

        /** Opens it in the background, so that it is there when it is needed. */
        void prepare();

        /** Its tab. */
        BrowserTab tab();
    }

    /**
     * What a context is given.
     *
     * @param deadline after which the context is taken away, whatever it does
     * @param proxy {@code http://host:port} that everything goes through, loopback addresses too; null for none
     */
    record Terms(Duration deadline, @Nullable URI proxy) {

        /** No proxy. */
        public static Terms within(Duration deadline) {
            return new Terms(deadline, null);
        }
    }
}
