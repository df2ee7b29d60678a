package dev.oin.web.api;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the API.
 *
 * @param requestsPerMinute how often one token may be used within a minute, per node
 * @param longestWait how long a call may wait for a change
 */
@Validated
@ConfigurationProperties("oin.api")
record ApiProperties(
        @DefaultValue("1200") @Min(1) int requestsPerMinute,
        @DefaultValue("120s") Duration longestWait) {}
