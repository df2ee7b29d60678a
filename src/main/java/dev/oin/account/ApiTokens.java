package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists, revokes and resolves API tokens. */
@Component
public class ApiTokens {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final int LONGEST_NAME = 64;
    private static final Duration ENDED_ARE_KEPT = Duration.ofDays(90);

    private final TokenRows rows;
    private final Accounts accounts;
    private final Secrets secrets;
    private final AccountAudit audit;
    private final AccountProperties properties;
    private final Ids ids;
    private final Clock clock;

    ApiTokens(
            TokenRows rows,
            Accounts accounts,
            Secrets secrets,
            AccountAudit audit,
            AccountProperties properties,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.secrets = secrets;
        this.audit = audit;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a token for the caller; its text is in the answer and nowhere else. */
    @Transactional
    public Made create(Caller caller, String name, TokenScope scope, Duration lifetime) {
        var text = "oin_" + secrets.next();
        return new Made(add(caller.account(), text, name, scope, lifetime), text);
    }

    /** Why there can be no such token. */
    public Optional<String> objection(String name, Duration lifetime) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return Optional.of("Name the token with 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (!lifetime.isPositive() || lifetime.compareTo(properties.longestTokenLifetime()) > 0) {
            return Optional.of("Let the token expire after 1 to %d days."
                    .formatted(properties.longestTokenLifetime().toDays()));
        }
        return Optional.empty();
    }

    /** The account's tokens that are not revoked, newest first. */
    public List<ApiToken> of(AccountId account) {
        return rows.of(account);
    }

    /** The tokens of all members of the organisation that are not revoked, newest first. */
    public List<ApiToken> of(OrganizationId organization) {
        return rows.of(organization);
    }

    /** The tokens of the team that are not revoked, newest first. */
    public List<ApiToken> ofStaff() {
        return rows.ofStaff();
    }

    /** Revokes one of the caller's own tokens, or a token of a member of the organisation that the caller administers. */
    @Transactional
    public boolean revoke(Caller caller, TokenId token) {
        var found = rows.find(token).filter(one -> mayRevoke(caller, one));
        found.ifPresent(one -> {
            rows.revoke(token, clock.instant());
            audit.record(caller.account(), one.owner(), "TOKEN_REVOKED", one.name());
        });
        return found.isPresent();
    }

    /** Whose token this is, if it is one that still counts. */
    @Transactional
    public Optional<Bearer> resolve(String text) {
        var now = clock.instant();
        return rows.findByHash(Secrets.hash(text))
                .filter(token -> token.revokedAt() == null && token.expiresAt().isAfter(now))
                .flatMap(token -> accounts.find(token.owner())
                        .filter(account -> !account.disabled())
                        .map(account -> {
                            rows.used(token, now);
                            return new Bearer(token.id(), account.asCaller(), token.scope());
                        }));
    }

    /** Makes a text that was chosen outside a token of the account, once. */
    void adopt(AccountId account, String text, String name) {
        if (rows.findByHash(Secrets.hash(text)).isEmpty()) {
            add(account, text, name, TokenScope.FULL, properties.longestTokenLifetime());
        }
    }

    private ApiToken add(AccountId owner, String text, String name, TokenScope scope, Duration lifetime) {
        var longest = properties.longestTokenLifetime();
        var now = clock.instant();
        var expires = now.plus(lifetime.compareTo(longest) > 0 ? longest : lifetime);
        var token = new ApiToken(new TokenId(ids.next()), owner, name, scope, now, expires, null, null);
        rows.sweep(now.minus(ENDED_ARE_KEPT));
        rows.add(token, Secrets.hash(text));
        audit.record(
                owner,
                owner,
                "TOKEN_CREATED",
                "%s: %s, until %s UTC".formatted(name, scope.label(), DATE.format(expires)));
        return token;
    }

    private boolean mayRevoke(Caller caller, ApiToken token) {
        if (token.owner().equals(caller.account())) {
            return true;
        }
        var owner = accounts.get(token.owner());
        var administersMembers = caller.memberRoles().contains(MemberRole.SUPER_ADMIN)
                && owner.organization() != null
                && caller.isMemberOf(owner.organization());
        return administersMembers || caller.staffRoles().contains(StaffRole.ADMIN);
    }

    /** A token that was just made. */
    public record Made(ApiToken token, String text) {

        @Override
        public String toString() {
            return token.toString();
        }
    }

    /** Who calls with a token, and for what it may be used. */
    public record Bearer(TokenId token, Caller caller, TokenScope scope) {}
}
