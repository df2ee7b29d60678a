package dev.oin.checks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How checks are run on this node.
 *
 * @param browserSlots how many browser contexts may be open at a time; without it as many as there are cores
 * @param lease how long a run belongs to its worker after the last sign of life
 * @param signOfLife how often the worker renews the lease
 * @param watchEvery how often watchers look for what other nodes have recorded
 * @param caseDeadline how long one sign-in case may take
 * @param pageDeadline how long a page may take to show what is waited for
 */
@ConfigurationProperties("oin.checks")
public record ChecksProperties(
        @Nullable Integer browserSlots,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("20s") Duration signOfLife,
        @DefaultValue("1s") Duration watchEvery,
        @DefaultValue("90s") Duration caseDeadline,
        @DefaultValue("15s") Duration pageDeadline) {

    /** What is used where nothing is configured. */
    public static ChecksProperties defaults() {
        return new ChecksProperties(
                null,
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofSeconds(90),
                Duration.ofSeconds(15));
    }

    /** How many browser contexts may be open at a time. */
    public int openContexts() {
        return browserSlots != null
                ? browserSlots
                : Math.max(1, Runtime.getRuntime().availableProcessors());
    }
}
