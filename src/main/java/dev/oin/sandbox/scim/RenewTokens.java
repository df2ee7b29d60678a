package dev.oin.sandbox.scim;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.ScimCredentials;
import dev.oin.sandbox.StoredJson;
import dev.oin.vault.Secret;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gets new access tokens. Refresh tokens may work once only, so that two that renew at the same time must not both use one: on this node they take turns, and whoever is
 * refused looks whether another node was faster.
 */
@Component
class RenewTokens {

    private static final Logger LOG = LoggerFactory.getLogger(RenewTokens.class);
    private static final int TURNS = 32;

    private final OauthApps apps;
    private final TokenEndpoint endpoint;
    private final ScimCredentials credentials;
    private final StoredJson json;
    private final Clock clock;
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(ReentrantLock[]::new);

    RenewTokens(OauthApps apps, TokenEndpoint endpoint, ScimCredentials credentials, StoredJson json, Clock clock) {
        this.apps = apps;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.json = json;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Renewal {

        /** There are others than those that were used. */
        record Renewed(OauthTokens tokens) implements Renewal {}

        /** There will be no others until somebody authenticates again. */
        record Ended(String reason) implements Renewal {}

        /** The token endpoint could not be asked; it may work later. */
        record Failed(String reason) implements Renewal {}
    }

    /** The instance's tokens, if it has any. */
    Optional<OauthTokens> held(InstanceId instance) {
        return credentials.of(instance).map(text -> json.read(text.reveal(), OauthTokens.class));
    }

    boolean isEnding(OauthTokens tokens) {
        return tokens.isEnding(clock.instant());
    }

    /** Others than those; over the network, so never inside a transaction. */
    Renewal renew(Instance instance, OauthTokens used) {
        var turn = turns[Math.floorMod(instance.id().hashCode(), TURNS)];
        turn.lock();
        try {
            return others(instance, used).<Renewal>map(Renewal.Renewed::new).orElseGet(() -> ask(instance, used));
        } finally {
            turn.unlock();
        }
    }

    private Optional<OauthTokens> others(Instance instance, OauthTokens used) {
        return held(instance.id()).filter(held -> !held.accessToken().equals(used.accessToken()));
    }

    private Renewal ask(Instance instance, OauthTokens used) {
        var refreshToken = used.refreshToken();
        if (refreshToken == null) {
            return ended(
                    instance,
                    "The access token has ended, and the app issued no refresh token. Let the app issue one (some want the scope offline_access), then authenticate again on the instance's Provisioning page.");
        }
        return switch (apps.of(instance)) {
            case OauthApps.Finding.Missing(var reason) -> new Renewal.Failed(reason);
            case OauthApps.Finding.Found(var app) ->
                switch (endpoint.refresh(app, used, refreshToken)) {
                    case TokenAnswer.Granted(var tokens) -> {
                        credentials.renew(instance.id(), new Secret(json.write(tokens)));
                        yield new Renewal.Renewed(tokens);
                    }
                    case TokenAnswer.Denied denied ->
                        others(instance, used)
                                .<Renewal>map(Renewal.Renewed::new)
                                .orElseGet(() -> refused(instance, app, denied));
                    case TokenAnswer.Failed(var reason) -> new Renewal.Failed("The token endpoint: " + reason);
                };
        };
    }

    /** Only a refused grant is over for good; a wrong client can be corrected without authenticating again. */
    private Renewal refused(Instance instance, OauthApp app, TokenAnswer.Denied denied) {
        var words = OauthWords.ofRefresh(app, denied);
        return denied.error().equals("invalid_grant") ? ended(instance, words) : new Renewal.Failed(words);
    }

    private Renewal ended(Instance instance, String reason) {
        LOG.info("The authorization of instance {} has ended", instance.id());
        credentials.noteEnd(instance.id(), reason);
        return new Renewal.Ended(reason);
    }
}
