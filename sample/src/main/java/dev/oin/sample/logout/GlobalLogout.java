package dev.oin.sample.logout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.sample.people.Account;
import dev.oin.sample.people.Identity;
import dev.oin.sample.people.People;
import dev.oin.sample.people.Tenants;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import java.time.Instant;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Ends every session of one person when the identity provider asks for it. */
@RestController
class GlobalLogout {

    private static final Logger LOG = LoggerFactory.getLogger(GlobalLogout.class);
    private static final int LARGEST = 20_000;
    private static final int MOST_CALLS = 50;

    private final LogoutTokens tokens;
    private final Trust trust;
    private final People people;
    private final Tenants tenants;
    private final Deque<Instant> calls = new ConcurrentLinkedDeque<>();
    private final Connections connections;
    private final ObjectMapper json;

    GlobalLogout(
            LogoutTokens tokens,
            Trust trust,
            People people,
            Tenants tenants,
            Connections connections,
            ObjectMapper json) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.trust = trust;
        this.people = people;
        this.connections = connections;
        this.json = json;
    }

    @PostMapping(path = "/logout/global", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> revoke(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestBody(required = false) @Nullable String body) {
        if (isOverloaded()) {
            return answer(500, "Out of memory");
        }
        Optional<String> objection = tokens.objection(authorization);
        if (objection.isPresent()) {
            LOG.info("Universal Logout refused: {}", objection.get());
            return ResponseEntity.status(401)
                    .header("WWW-Authenticate", "Bearer")
                    .body(Map.of("error", objection.get()));
        }
        JsonNode subject = subject(body);
        if (!isUnderstood(subject)) {
            return answer(400, "sub_id must have the format email or iss_sub, with its members");
        }
        Optional<Account> account = find(subject);
        if (account.isEmpty()) {
            return answer(404, "There is no such user");
        }
        if (!connections.has(Weakness.LOGOUT_KEEPS_SESSIONS)) {
            people.store(account.get().revoked(people.now()));
        }
        LOG.info(
                "Universal Logout ended the sessions of account {}",
                account.get().id());
        return ResponseEntity.noContent().build();
    }

    private boolean isOverloaded() {
        Instant now = people.now();
        calls.removeIf(call -> call.isBefore(now.minusSeconds(60)));
        calls.add(now);
        return calls.size() > MOST_CALLS && connections.has(Weakness.LOGOUT_BREAKS_UNDER_LOAD);
    }

    private JsonNode subject(@Nullable String body) {
        try {
            return body == null || body.length() > LARGEST
                    ? json.missingNode()
                    : json.readTree(body).path("sub_id");
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }

    private static boolean isUnderstood(JsonNode subject) {
        return switch (subject.path("format").asText()) {
            case "email" -> isText(subject, "email");
            case "iss_sub" -> isText(subject, "iss") && isText(subject, "sub");
            default -> false;
        };
    }

    private static boolean isText(JsonNode subject, String name) {
        return subject.path(name).isTextual() && !subject.path(name).asText().isBlank();
    }

    private Optional<Account> find(JsonNode subject) {
        if ("email".equals(subject.path("format").asText())) {
            return people.allReachedAt(subject.path("email").asText()).stream()
                    .filter(account -> !tenants.isSecond(account) || connections.has(Weakness.LOGOUT_TENANT_IGNORED))
                    .findFirst();
        }
        Set<String> known = trust.issuersOfPeople();
        if (!known.contains(subject.path("iss").asText())) {
            return Optional.empty();
        }
        return known.stream()
                .flatMap(issuer -> people
                        .withIdentity(new Identity(issuer, subject.path("sub").asText()))
                        .stream())
                .findFirst();
    }

    private static ResponseEntity<Object> answer(int status, String error) {
        return ResponseEntity.status(status).body(Map.of("error", error));
    }
}
