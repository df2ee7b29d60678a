package dev.oin.checks.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which browser the checks use.
 *
 * @param binary the browser's program; without it the usual places are searched, {@code chromium-headless-shell} before {@code chromium}
 * @param driver its driver's program; without it the usual places are searched
 * @param gridUrl a Selenium Grid that brings the browsers; then nothing is started here
 * @param recycleAfterContexts how many contexts one browser process serves
 * @param recycleAbove how much memory its processes may take together
 * @param startWithin how long a browser may take to start
 * @param answerWithin how long one command may take
 */
@ConfigurationProperties("oin.browser")
public record BrowserProperties(
        @Nullable Path binary,
        @Nullable Path driver,
        @Nullable URI gridUrl,
        @DefaultValue("200") int recycleAfterContexts,
        @DefaultValue("1GB") DataSize recycleAbove,
        @DefaultValue("60s") Duration startWithin,
        @DefaultValue("30s") Duration answerWithin) {

    /** What is used where nothing is configured. */
    public static BrowserProperties defaults() {
        return new BrowserProperties(
                null, null, null, 200, DataSize.ofGigabytes(1), Duration.ofSeconds(60), Duration.ofSeconds(30));
    }
}
