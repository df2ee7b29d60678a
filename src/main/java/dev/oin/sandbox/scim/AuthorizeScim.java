package dev.oin.sandbox.scim;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.ChangeInstance;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.RandomTexts;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.StoredJson;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * "Authenticate with {app}": the authorization code grant (RFC 6749, section 4.1; RFC 9700) for an instance whose app authorizes provisioning by OAuth 2.0. What has been
 * begun lies sealed with whoever began it, in their browser session: a state from elsewhere fits nothing there.
 */
@Component
public class AuthorizeScim {

    /** Where apps send people back to; the one redirect URI of a deployment. */
    public static final String CALLBACK = "/provisioning/callback";

    private static final Duration TIME = Duration.ofMinutes(10);
    private static final int LONGEST_CODE = 4096;

    private final OauthApps apps;
    private final TokenEndpoint endpoint;
    private final Instances instances;
    private final ChangeInstance change;
    private final SandboxAddresses addresses;
    private final RandomTexts texts;
    private final StoredJson json;
    private final Vault vault;
    private final Clock clock;

    AuthorizeScim(
            OauthApps apps,
            TokenEndpoint endpoint,
            Instances instances,
            ChangeInstance change,
            SandboxAddresses addresses,
            RandomTexts texts,
            StoredJson json,
            Vault vault,
            Clock clock) {
        this.apps = apps;
        this.endpoint = endpoint;
        this.instances = instances;
        this.change = change;
        this.addresses = addresses;
        this.texts = texts;
        this.json = json;
        this.vault = vault;
        this.clock = clock;
    }

    /** What came of beginning. */
    public sealed interface Begin {

        /**
         * The person goes on at the app.
         *
         * @param pending what has to be handed back with the app's answer, sealed
         */
        record Begun(URI page, String pending) implements Begin {}

        /** Something has to be changed first. */
        record NotPossible(String reason) implements Begin {}
    }

    /** What came of the app's answer. */
    public sealed interface End {

        /** The instance has its tokens. */
        record Connected(Instance instance) implements End {}

        /** It has none from this answer. */
        record Refused(InstanceId instance, SubmissionId submission, String reason) implements End {}

        /** Nobody began this here. */
        record NotOurs() implements End {}
    }

    /** What an app sends people back with. */
    public record Answer(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String description) {}

    private record Pending(UUID instance, String state, String verifier, Instant begunAt) {}

    /** Where apps send people back to, as it has to be allow-listed. */
    public URI redirectUri() {
        return URI.create(addresses.origin() + CALLBACK);
    }

    /** Begins for the instance. */
    public Begin begin(Instance instance, AccountId by) {
        var scim = instance.app().scim();
        if (scim == null || scim.settings().authMode() != AuthMode.OAUTH2) {
            return new Begin.NotPossible("This app does not authorize by OAuth 2.0; enter its token.");
        }
        return switch (apps.of(instance)) {
            case OauthApps.Finding.Missing(var reason) -> new Begin.NotPossible(reason);
            case OauthApps.Finding.Found(var app) -> {
                var pending = new Pending(instance.id().value(), texts.secret(), texts.secret(), clock.instant());
                yield new Begin.Begun(page(app, pending), sealed(pending, by));
            }
        };
    }

    private URI page(OauthApp app, Pending pending) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", app.clientId());
        query.put("redirect_uri", redirectUri().toString());
        if (app.scopes() != null && !app.scopes().isBlank()) {
            query.put("scope", app.scopes().strip().replaceAll("\\s+", " "));
        }
        query.put("state", pending.state());
        query.put("code_challenge", challenge(pending.verifier()));
        query.put("code_challenge_method", "S256");
        var joined = query.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var address = app.authorizeEndpoint().toString().replaceFirst("#.*$", "");
        return URI.create(address + (address.contains("?") ? '&' : '?') + joined);
    }

    static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes the app's answer; over the network, so never inside a transaction. */
    public End end(@Nullable String sealed, Answer answer, AccountId by, OrganizationId owner) {
        var begun = opened(sealed, by).filter(pending -> isSame(pending.state(), answer.state()));
        if (begun.isEmpty()) {
            return new End.NotOurs();
        }
        return instances
                .find(new InstanceId(begun.get().instance()), owner)
                .map(instance -> end(instance, begun.get(), answer))
                .orElseGet(End.NotOurs::new);
    }

    private End end(Instance instance, Pending pending, Answer answer) {
        if (pending.begunAt().plus(TIME).isBefore(clock.instant())) {
            return refused(instance, "It took longer than ten minutes. Authenticate again.");
        }
        return switch (apps.of(instance)) {
            case OauthApps.Finding.Missing(var reason) -> refused(instance, reason);
            case OauthApps.Finding.Found(var app) -> end(instance, app, pending, answer);
        };
    }

    private End end(Instance instance, OauthApp app, Pending pending, Answer answer) {
        var error = answer.error();
        var code = answer.code();
        if (error != null && !error.isBlank()) {
            var description = answer.description() == null ? "" : answer.description();
            return refused(instance, OauthWords.ofAuthorization(app, error, description, redirectUri()));
        }
        if (code == null || code.isBlank() || code.length() > LONGEST_CODE) {
            return refused(instance, app.name() + " sent no authorization code. Look into its authorize endpoint.");
        }
        return switch (endpoint.redeem(app, code, pending.verifier(), redirectUri())) {
            case TokenAnswer.Granted(var tokens) -> keep(instance, tokens);
            case TokenAnswer.Denied denied -> refused(instance, OauthWords.ofCode(app, denied, redirectUri()));
            case TokenAnswer.Failed(var reason) -> refused(instance, "The token endpoint: " + reason);
        };
    }

    private End keep(Instance instance, OauthTokens tokens) {
        return switch (change.authorizeScim(instance.id(), instance.organization(), new Secret(json.write(tokens)))) {
            case ChangeInstance.Outcome.Changed(var changed) -> new End.Connected(changed);
            case ChangeInstance.Outcome.Refused(var problems) ->
                refused(instance, problems.getFirst().message());
            case ChangeInstance.Outcome.Deleted() -> new End.NotOurs();
            case ChangeInstance.Outcome.Unknown() -> new End.NotOurs();
        };
    }

    private static End refused(Instance instance, String reason) {
        return new End.Refused(instance.id(), instance.submission(), reason);
    }

    private String sealed(Pending pending, AccountId by) {
        return vault.seal(new Secret(json.write(pending)), owner(by)).text();
    }

    private Optional<Pending> opened(@Nullable String sealed, AccountId by) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            var text = vault.open(new Sealed(sealed), owner(by)).reveal();
            return Optional.of(json.read(text, Pending.class));
        } catch (IllegalArgumentException | IllegalStateException somebodyElses) {
            return Optional.empty();
        }
    }

    private static SecretOwner owner(AccountId by) {
        return new SecretOwner("scim_authorization", by, "pending");
    }

    private static boolean isSame(String state, @Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
