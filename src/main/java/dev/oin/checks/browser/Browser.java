package dev.oin.checks.browser;

import java.net.URI;
import java.time.Duration;
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
    <T> T inFreshContext(Terms terms, Function<BrowserTab, T> work);

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
