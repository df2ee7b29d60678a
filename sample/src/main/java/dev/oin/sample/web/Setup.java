package dev.oin.sample.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.Addresses;
import dev.oin.sample.oauth.AuthorizationServer;
import dev.oin.sample.oauth.IssuedTokens;
import dev.oin.sample.oidc.OidcConnection;
import dev.oin.sample.people.People;
import dev.oin.sample.saml.SamlConnection;
import dev.oin.sample.state.Connection;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Connects the application to an identity provider, part by part, at run time. */
@RestController
class Setup {

    private static final String TOKEN = "X-Setup-Token";

    private final SetupToken token;
    private final Connections connections;
    private final People people;
    private final SamlConnection saml;
    private final OidcConnection oidc;
    private final Metadata metadata;
    private final Addresses addresses;
    private final ObjectMapper json;
    private final IssuedTokens issued;

    Setup(
            SetupToken token,
            Connections connections,
            People people,
            SamlConnection saml,
            OidcConnection oidc,
            Metadata metadata,
            Addresses addresses,
            ObjectMapper json,
            IssuedTokens issued) {
        this.token = token;
        this.connections = connections;
        this.people = people;
        this.saml = saml;
        this.oidc = oidc;
        this.metadata = metadata;
        this.addresses = addresses;
        this.json = json;
        this.issued = issued;
    }

    @PostMapping("/setup")
    synchronized ResponseEntity<Object> connect(
            @RequestHeader(name = TOKEN, required = false) @Nullable String shown, @RequestBody ObjectNode changes) {
        if (!token.matches(shown)) {
            return unauthorized();
        }
        fetchMetadata(changes, "saml");
        fetchMetadata(changes, "second");
        Connection next = connections.merged(changes);
        check(next.saml());
        check(next.second());
        Connection.Oidc nextOidc = next.oidc();
        if (nextOidc != null && !nextOidc.equals(connections.current().oidc())) {
            oidc.discover(nextOidc);
        }
        connections.keep(next);
        if (changes.path("scim").has("oauth")) {
            issued.forget();
        }
        return ResponseEntity.ok(answer(true));
    }

    private void fetchMetadata(ObjectNode changes, String part) {
        if (changes.path(part).path("metadata_url").isTextual()) {
            changes.withObjectProperty(part)
                    .put(
                            "metadata_xml",
                            metadata.fetch(
                                    changes.path(part).path("metadata_url").asText()));
        }
    }

    private void check(Connection.@Nullable Saml next) {
        if (next != null && next.metadataXml() != null) {
            saml.check(next.metadataXml(), next.signsRequests());
        }
    }

    @GetMapping("/setup")
    ResponseEntity<Object> state(@RequestHeader(name = TOKEN, required = false) @Nullable String shown) {
        if (!token.matches(shown)) {
            return unauthorized();
        }
        Map<String, Object> answer = answer(false);
        ObjectNode state = json.valueToTree(connections.current());
        conceal(state, "oidc", "client_secret");
        conceal(state, "scim", "token");
        if (state.get("scim") instanceof ObjectNode scim) {
            conceal(scim, "oauth", "client_secret");
            conceal(scim, "oauth", "admin_password");
        }
        answer.put("connection", state);
        return ResponseEntity.ok(answer);
    }

    private static void conceal(ObjectNode state, String part, String secret) {
        if (state.get(part) instanceof ObjectNode node) {
            boolean set = node.path(secret).isTextual();
            node.remove(secret);
            node.put(secret + "_set", set);
        }
    }

    @DeleteMapping("/setup")
    synchronized ResponseEntity<Object> reset(@RequestHeader(name = TOKEN, required = false) @Nullable String shown) {
        if (!token.matches(shown)) {
            return unauthorized();
        }
        connections.reset();
        people.reset();
        issued.forget();
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/weaknesses")
    Map<String, String> weaknesses() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Weakness weakness : Weakness.values()) {
            all.put(weakness.id(), weakness.sentence());
        }
        return all;
    }

    private Map<String, Object> answer(boolean withSecrets) {
        Map<String, Object> scim = new LinkedHashMap<>();
        scim.put("base_url", addresses.scim());
        if (withSecrets) {
            scim.put("token", connections.scimToken());
            connections.scimOauth().ifPresent(oauth -> scim.put("oauth", oauth(oauth)));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "saml",
                Map.of(
                        "acs_url", addresses.samlAcs(),
                        "second_acs_url", addresses.secondSamlAcs(),
                        "entity_id", addresses.samlEntityId(),
                        "metadata_url", addresses.samlMetadata(),
                        "sp_url", addresses.samlLogin()));
        answer.put(
                "oidc",
                Map.of(
                        "redirect_uri", addresses.oidcCallback(),
                        "initiate_login_uri", addresses.oidcInitiate(),
                        "post_logout_uri", addresses.signedOut(),
                        "sp_url", addresses.oidcLogin()));
        answer.put("scim", scim);
        answer.put("logout", Map.of("endpoint", addresses.logout()));
        answer.put("account_url", addresses.account());
        answer.put(
                "config_guide_urls",
                Map.of(
                        "saml",
                        addresses.guide("saml"),
                        "oidc",
                        addresses.guide("oidc"),
                        "scim",
                        addresses.guide("scim")));
        return answer;
    }

    private Map<String, Object> oauth(Connection.Oauth oauth) {
        return Map.of(
                "authorize_endpoint", addresses.oauthAuthorize(),
                "token_endpoint", addresses.oauthToken(),
                "client_id", String.valueOf(oauth.clientId()),
                "client_secret", String.valueOf(oauth.clientSecret()),
                "scopes", "scim",
                "admin_user", AuthorizationServer.ADMIN,
                "admin_password", String.valueOf(oauth.adminPassword()));
    }

    private static ResponseEntity<Object> unauthorized() {
        return ResponseEntity.status(401).body(Map.of("error", TOKEN + " is missing or wrong"));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(IllegalArgumentException reason) {
        return ResponseEntity.badRequest().body(Map.of("error", String.valueOf(reason.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException reason) {
        return ResponseEntity.badRequest().body(Map.of("error", "The body must be a JSON object"));
    }
}
