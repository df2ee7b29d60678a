package dev.oin.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the product gets its first administrator.
 *
 * @param adminEmail whom to send the one-time link, while there is no administrator
 */
@ConfigurationProperties("oin.bootstrap")
public record BootstrapProperties(@Nullable String adminEmail) {}
