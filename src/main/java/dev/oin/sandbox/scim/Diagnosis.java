package dev.oin.sandbox.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.sandbox.scim.Admission.Cause;
import dev.oin.sandbox.scim.Admission.Denied;
import dev.oin.submission.Scim.AuthMode;
import dev.oin.vault.Masking;
import dev.oin.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a server answered 401 or 403, as far as its answer, the form of the credentials and their history tell; pure.
 *
 * @param mode how the submission says that credentials are sent
 * @param header the header's value as it was sent
 * @param otherForm whether the server let the same token in when it was sent in the other form, with or without "Bearer"
 * @param acceptedAt when the server last accepted these credentials
 * @param ended why the authorization has ended, where the token endpoint said so
 */
record Diagnosis(
        AuthMode mode,
        Secret header,
        boolean otherForm,
        Optional<Instant> acceptedAt,
        Optional<String> ended,
        Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern EXPIRED = Pattern.compile("\\bexpir", Pattern.CASE_INSENSITIVE);
    private static final Pattern REVOKED = Pattern.compile("\\brevok", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("^\\s*([A-Za-z][\\w-]*)(?:\\s|,|$)");
    private static final String NEW_TOKEN =
            "Make a new token in the app, and enter it on the instance's Provisioning page.";
    private static final int LONGEST = 200;

    Denied of(ScimReply.Answer answer) {
        var said = said(answer);
        var seen = "The server answered %d%s.".formatted(answer.status(), said.isEmpty() ? "" : ": " + said);
        return answer.status() == 403 ? notAllowed(answer, seen) : refused(answer, said, seen);
    }

    private static Denied notAllowed(ScimReply.Answer answer, String seen) {
        var scope = answer.header("WWW-Authenticate").orElse("").contains("insufficient_scope");
        return new Denied(
                Cause.NOT_ALLOWED,
                seen,
                scope
                        ? "The token is known, but lacks a scope. Name the scopes that provisioning needs on page 2, or give the token more rights in the app."
                        : "The token is known, but may not do this. Give it the right to provision users in the app, or use the token of an account that has it.");
    }

    private Denied refused(ScimReply.Answer answer, String said, String seen) {
        if (ended.isPresent()) {
            return new Denied(Cause.ENDED, seen, ended.get());
        }
        if (otherForm) {
            return new Denied(
                    Cause.FORM,
                    seen,
                    mode == AuthMode.HEADER
                            ? "It lets the same token in as \"Bearer {token}\". Choose Bearer token as the authentication mode on page 2, or enter the word Bearer before the token."
                            : "It lets the same token in without the word Bearer. Choose HTTP header as the authentication mode on page 2.");
        }
        if (mode == AuthMode.BEARER && token().regionMatches(true, 0, "Bearer ", 0, 7)) {
            return new Denied(
                    Cause.FORM, seen, "The token begins with the word Bearer, which is sent anyway. Enter it without.");
        }
        return foreignScheme(answer, seen).orElseGet(() -> ended(said, seen));
    }

    private Optional<Denied> foreignScheme(ScimReply.Answer answer, String seen) {
        return answer.header("WWW-Authenticate")
                .map(SCHEME::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .filter(scheme -> !scheme.equalsIgnoreCase("Bearer"))
                .filter(scheme -> mode != AuthMode.HEADER
                        || !token().toLowerCase(Locale.ROOT).startsWith(scheme.toLowerCase(Locale.ROOT) + ' '))
                .filter(scheme ->
                        List.of("basic", "digest", "negotiate", "ntlm").contains(scheme.toLowerCase(Locale.ROOT)))
                .map(scheme -> new Denied(
                        Cause.FORM,
                        seen,
                        "It asks for the scheme %s, which is not offered. Let the server take a token in the header Authorization."
                                .formatted(scheme)));
    }

    private Denied ended(String said, String seen) {
        var over = expiry().filter(end -> !end.isAfter(now));
        if (over.isPresent()) {
            return new Denied(
                    Cause.EXPIRED, seen, "The token expired on %s. %s".formatted(TIME.format(over.get()), NEW_TOKEN));
        }
        if (EXPIRED.matcher(said).find()) {
            return new Denied(Cause.EXPIRED, seen, "The token has expired. " + NEW_TOKEN);
        }
        if (REVOKED.matcher(said).find()) {
            return new Denied(Cause.REVOKED, seen, "The token was revoked. " + NEW_TOKEN);
        }
        return acceptedAt
                .map(at -> new Denied(
                        Cause.ENDED,
                        seen,
                        "The same credentials were accepted on %s: they have expired or were revoked since. %s"
                                .formatted(TIME.format(at), NEW_TOKEN)))
                .orElseGet(() -> wrong(seen));
    }

    private Denied wrong(String seen) {
        return new Denied(
                Cause.WRONG,
                seen,
                switch (mode) {
                    case HEADER ->
                        "The token is wrong, or the server reads another header: what is sent is \"Authorization: {token}\". Enter the token as the app shows it; a header of another name is not offered.";
                    case BEARER ->
                        "The token is wrong: what is sent is \"Authorization: Bearer {token}\". Enter the token as the app shows it.";
                    case OAUTH2 ->
                        "The server does not take the access token that the app's own token endpoint issued. Compare issuer, audience and scopes that the server expects; then authenticate again.";
                });
    }

    private String token() {
        var text = header.reveal();
        return mode != AuthMode.HEADER && text.startsWith("Bearer ") ? text.substring(7) : text;
    }

    /** When a token that is a JWT ends. */
    private Optional<Instant> expiry() {
        var parts = token().replaceFirst("(?i)^Bearer ", "").split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            var end = new ObjectMapper().readTree(claims).path("exp");
            return end.isNumber() ? Optional.of(Instant.ofEpochSecond(end.asLong())) : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException | java.time.DateTimeException noJwt) {
            return Optional.empty();
        }
    }

    private String said(ScimReply.Answer answer) {
        var challenge = answer.header("WWW-Authenticate").orElse("");
        var description = Pattern.compile("error_description=\"([^\"]*)\"").matcher(challenge);
        var text = answer.at("$.detail").asText("");
        var both = description.find() && !text.contains(description.group(1))
                ? (text + ' ' + description.group(1)).strip()
                : text;
        var masked = new Masking(List.of(new Secret(token()), header))
                .text(both)
                .replaceAll("\\p{Cntrl}", " ")
                .replaceFirst("\\.$", "");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }
}
