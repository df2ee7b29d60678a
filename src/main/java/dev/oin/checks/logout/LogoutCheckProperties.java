package dev.oin.checks.logout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the Universal Logout checks are.
 *
 * @param sessionEnds how long after the call a session may live
 * @param partialSessionEnds how long it is waited where only partial support is declared
 * @param keysRead how long an app may take to read the key set again
 */
@ConfigurationProperties("oin.checks.logout")
public record LogoutCheckProperties(
        @DefaultValue("60s") Duration sessionEnds,
        @DefaultValue("5s") Duration partialSessionEnds,
        @DefaultValue("60s") Duration keysRead) {}
