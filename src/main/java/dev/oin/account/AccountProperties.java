package dev.oin.account;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in.
 *
 * @param lockOutAfter wrong passwords in a row, for an e-mail address from a network, before a lock-out
 * @param lockOutFor how long the first lock-out lasts; each further wrong password doubles it
 * @param longestLockOut how long a lock-out lasts at most
 * @param longestTokenLifetime how long an API token may live at most
 * @param invitationLifetime how long an invitation can be accepted
 * @param linkLifetime how long a link to sign up or to choose a new password works
 * @param publicUrl the product's own address, as mails use it, without a slash at the end
 */
@Validated
@ConfigurationProperties("oin.account")
public record AccountProperties(
        @DefaultValue("5") @Min(2) int lockOutAfter,
        @DefaultValue("15m") Duration lockOutFor,
        @DefaultValue("4h") Duration longestLockOut,
        @DefaultValue("366d") Duration longestTokenLifetime,
        @DefaultValue("7d") Duration invitationLifetime,
        @DefaultValue("1h") Duration linkLifetime,
        @DefaultValue("http://localhost:8080") String publicUrl) {}
