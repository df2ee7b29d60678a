package dev.oin.sample.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.SampleSettings;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The one connection of this application, kept on disk and changed by merging parts into it. */
@Component
public class Connections {

    private static final Set<String> PARTS =
            Set.of("tenant", "saml", "oidc", "scim", "logout", "jit", "second", "weaknesses");

    private final ObjectMapper json;
    private final JsonFile file;
    private final SecureRandom random;
    private volatile Connection current;

    Connections(SampleSettings settings, ObjectMapper json, SecureRandom random) {
        this.random = random;
        this.json = json;
        this.file = new JsonFile(settings.data().resolve("connection.json"), json);
        this.current = read(file.read().orElseGet(json::createObjectNode));
    }

    public Connection current() {
        return current;
    }

    public boolean has(Weakness weakness) {
        return current.has(weakness);
    }

    /** What the connection would be with {@code changes} merged in; stored only by {@link #keep}. */
    public Connection merged(ObjectNode changes) {
        ObjectNode merged = json.valueToTree(current);
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (!PARTS.contains(change.getKey())) {
                throw new IllegalArgumentException("There is no part named " + change.getKey());
            }
            if (change.getValue().isObject() && merged.get(change.getKey()) instanceof ObjectNode part) {
                mergePart(part, (ObjectNode) change.getValue());
            } else {
                merged.set(change.getKey(), change.getValue());
            }
        }
        return read(merged);
    }

    public synchronized void keep(Connection connection) {
        file.write(connection);
        current = connection;
    }

    public synchronized void reset() {
        keep(read(json.createObjectNode()));
    }

    /** The secret of the SCIM client; made when nobody has given one. */
    public synchronized String scimToken() {
        Connection.Scim scim = current.scim();
        if (scim != null && scim.token() != null && !scim.token().isBlank()) {
            return scim.token();
        }
        ObjectNode made = json.createObjectNode();
        made.putObject("scim").put("token", random());
        keep(merged(made));
        return scimToken();
    }

    /** The OAuth 2.0 client of SCIM, complete; empty where SCIM goes by the token. */
    public synchronized Optional<Connection.Oauth> scimOauth() {
        Connection.Scim scim = current.scim();
        Connection.Oauth oauth = scim == null ? null : scim.oauth();
        if (oauth == null) {
            return Optional.empty();
        }
        if (oauth.clientId() != null
                && oauth.clientSecret() != null
                && oauth.adminPassword() != null
                && oauth.accessTokenSeconds() != null) {
            return Optional.of(oauth);
        }
        ObjectNode made = json.createObjectNode();
        made.putObject("scim")
                .set(
                        "oauth",
                        json.valueToTree(new Connection.Oauth(
                                oauth.redirectUri(),
                                oauth.clientId() == null ? "oin" : oauth.clientId(),
                                oauth.clientSecret() == null ? random() : oauth.clientSecret(),
                                oauth.adminPassword() == null ? random() : oauth.adminPassword(),
                                oauth.accessTokenSeconds() == null ? 300 : oauth.accessTokenSeconds())));
        keep(merged(made));
        return scimOauth();
    }

    private String random() {
        return new BigInteger(200, random).toString(36);
    }

    private static void mergePart(ObjectNode part, ObjectNode change) {
        if (change.has("metadata_xml")) {
            part.remove("metadata_url");
        }
        change.properties().forEach(field -> {
            if (field.getValue().isObject() && part.get(field.getKey()) instanceof ObjectNode inner) {
                inner.setAll((ObjectNode) field.getValue());
            } else {
                part.set(field.getKey(), field.getValue());
            }
        });
    }

    private Connection read(JsonNode tree) {
        try {
            return json.treeToValue(tree, Connection.class);
        } catch (JsonProcessingException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(
                    reason instanceof JsonProcessingException j ? j.getOriginalMessage() : reason.getMessage(), e);
        }
    }
}
