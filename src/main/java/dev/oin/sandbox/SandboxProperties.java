package dev.oin.sandbox;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The built-in identity provider.
 *
 * @param publicUrl how browsers and apps reach the product, without a path; issuers and entity ids are made from it, so it must not change. Where it is not set,
 *     the product is reached at localhost
 * @param sessionIdle how long a session lives unused
 * @param lockOutAfter wrong passwords in a row before an address is locked out
 * @param lockOutFor how long an address stays locked out
 * @param ticketLifetime how long a one-time ticket can be used
 * @param logKept how long the sign-in log is kept
 * @param appPatience how long a person waits for apps that are told of a change; what takes longer goes on without them
 */
@ConfigurationProperties("oin.sandbox")
public record SandboxProperties(
        @Nullable URI publicUrl,
        @DefaultValue("60m") Duration sessionIdle,
        @DefaultValue("10") int lockOutAfter,
        @DefaultValue("15m") Duration lockOutFor,
        @DefaultValue("10m") Duration ticketLifetime,
        @DefaultValue("30d") Duration logKept,
        @DefaultValue("5s") Duration appPatience) {}
