package dev.oin.sandbox.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.egress.Capture;
import dev.oin.egress.GuardedHttp;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Asks a server for one user; where it refuses, once more with the token in the other form. */
public record CredentialTrial(GuardedHttp http, ObjectMapper json, AuthMode mode, Clock clock) {

    private static final String BASE_URL = "Correct the SCIM base URL: it is the part before /Users.";
    private static final String ONE_USER = "/Users?startIndex=1&count=1";

    /** Whether the server lets us in. */
    public Admission of(ScimServer server, Optional<Instant> acceptedAt) {
        return switch (ask(server)) {
            case ScimReply.Silence(var reason, var forbidden) -> new Admission.NotAsked(reason, forbidden);
            case ScimReply.Answer answer
            when answer.status() == 401 || answer.status() == 403 ->
                new Diagnosis(
                                mode,
                                server.authorization(),
                                answer.status() == 401 && takesOtherForm(server),
                                acceptedAt,
                                server.access().ended(),
                                clock.instant())
                        .of(answer);
            case ScimReply.Answer answer
            when answer.status() / 100 == 3 ->
                new Admission.Elsewhere(
                        "GET /Users was answered with %d, which leads to %s."
                                .formatted(
                                        answer.status(),
                                        answer.header("Location").orElse("nowhere")),
                        "Enter the SCIM base URL that answers itself, and check the token: a SCIM server refuses a wrong one with 401, and leads nobody to a page to sign in.");
            case ScimReply.Answer answer
            when isPage(answer) ->
                new Admission.Elsewhere(
                        "GET /Users was answered with %d and something that no SCIM server says."
                                .formatted(answer.status()),
                        BASE_URL);
            case ScimReply.Answer answer
            when answer.isSuccess() && !isList(answer) ->
                new Admission.Unclear(
                        "GET /Users was answered with %d, but not with a SCIM list.".formatted(answer.status()),
                        BASE_URL);
            case ScimReply.Answer answer
            when answer.isSuccess() ->
                new Admission.Granted("The server accepts the credentials: GET /Users was answered with %d."
                        .formatted(answer.status()));
            case ScimReply.Answer answer ->
                new Admission.Unclear(
                        "GET /Users was answered with %d.".formatted(answer.status()),
                        answer.status() == 404 ? BASE_URL : "Look into the server's log.");
        };
    }

    /** A success that is no JSON, or "not found" without the standard's error: people may be missing, but not where they are listed. */
    private static boolean isPage(ScimReply.Answer answer) {
        return answer.status() == 404
                ? !answer.at("$.schemas").toString().contains("urn:ietf:params:scim:api:messages:2.0:Error")
                : answer.isSuccess()
                        && answer.body().isMissingNode()
                        && !answer.text().isBlank();
    }

    /** An empty list may leave Resources out (RFC 7644, section 3.4.2). */
    static boolean isList(ScimReply.Answer answer) {
        return answer.at("$.Resources").isArray()
                || !answer.at("$.totalResults").isMissingNode();
    }

    private ScimReply ask(ScimServer server) {
        return new ScimClient(http, json, server, Capture.NONE, Patience.BRIEF).get(ONE_USER);
    }

    private boolean takesOtherForm(ScimServer server) {
        var sent = server.authorization().reveal();
        return switch (mode) {
            case OAUTH2 -> false;
            case HEADER -> !sent.regionMatches(true, 0, "Bearer ", 0, 7) && lets(server, "Bearer " + sent);
            case BEARER -> lets(server, sent.substring("Bearer ".length()));
        };
    }

    private boolean lets(ScimServer server, String header) {
        return ask(new ScimServer(server.base(), new Secret(header))) instanceof ScimReply.Answer answer
                && answer.isSuccess();
    }
}
