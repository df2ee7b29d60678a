package dev.oin.sandbox.scim;

import dev.oin.sandbox.Instance;
import dev.oin.sandbox.scim.RenewTokens.Renewal;
import dev.oin.vault.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The access tokens of one instance: a new one a minute before the end, and once after a refusal. */
final class OauthAccess implements ScimAuthorization {

    private final Instance instance;
    private final RenewTokens renew;
    private OauthTokens tokens;
    private @Nullable String ended;
    private boolean over;

    OauthAccess(Instance instance, RenewTokens renew, OauthTokens tokens) {
        this.instance = instance;
        this.renew = renew;
        this.tokens = tokens;
    }

    @Override
    public synchronized Secret header() {
        if (!over && renew.isEnding(tokens)) {
            renew();
        }
        return bearer();
    }

    @Override
    public synchronized Optional<Secret> renewed(Secret refused) {
        if (!bearer().equals(refused)) {
            return Optional.of(bearer());
        }
        return !over && renew() ? Optional.of(bearer()) : Optional.empty();
    }

    @Override
    public synchronized Optional<String> ended() {
        return Optional.ofNullable(ended);
    }

    private boolean renew() {
        return switch (renew.renew(instance, tokens)) {
            case Renewal.Renewed(var others) -> {
                tokens = others;
                ended = null;
                yield true;
            }
            case Renewal.Ended(var reason) -> {
                ended = reason;
                over = true;
                yield false;
            }
            case Renewal.Failed(var reason) -> {
                ended = reason;
                yield false;
            }
        };
    }

    private Secret bearer() {
        return new Secret("Bearer " + tokens.accessToken());
    }
}
