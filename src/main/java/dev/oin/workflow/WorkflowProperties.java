package dev.oin.workflow;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this node takes part in the process.
 *
 * @param workerEnabled whether this node takes external work
 * @param runSlots how many runs of checks it holds at a time; the checks have slots of their own for browsers
 * @param lock for how long it holds a piece of work before another node may take it
 * @param extendEvery how often it says that it is still working
 * @param poll how long it waits for a signal before it looks by itself, and before it asks again for work in hand elsewhere
 */
@Validated
@ConfigurationProperties("oin.workflow")
record WorkflowProperties(
        @DefaultValue("true") boolean workerEnabled,
        @DefaultValue("8") @Min(1) int runSlots,
        @DefaultValue("60s") @NotNull Duration lock,
        @DefaultValue("20s") @NotNull Duration extendEvery,
        @DefaultValue("5s") @NotNull Duration poll) {}
