package dev.oin.web.problems;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problem details of the API (RFC 9457), all made here. */
public final class Problems {

    private Problems() {}

    /** 404, also for what belongs to somebody else. */
    public static Refusal notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing here, or it is not yours.");
    }

    /** 401: no token, or one that does not count. */
    public static Refusal unauthorized() {
        var refusal = of(
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                "Sign-in needed",
                "Send an API token: Authorization: Bearer <token>. It may be wrong, expired or revoked.");
        return refusal.with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** 403: the caller's role does not allow it. */
    public static Refusal forbidden(String why) {
        return of(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", why);
    }

    /** 400 for malformed, unknown or wrongly typed input. */
    public static Refusal malformed(String detail, List<FieldError> errors) {
        return input(HttpStatus.BAD_REQUEST, "malformed", "The request is malformed", detail, errors);
    }

    /** 422 for a value too long, not in its list, or a bad file. */
    public static Refusal unacceptable(String detail, List<FieldError> errors) {
        return input(HttpStatus.UNPROCESSABLE_ENTITY, "unacceptable", "A value cannot be stored", detail, errors);
    }

    /** 409: the state does not allow it now. */
    public static Refusal conflict(String why) {
        return of(HttpStatus.CONFLICT, "conflict", "Not possible now", why);
    }

    /** 409 for a call that this version of the product does not offer. */
    public static Refusal notOfferedYet(String what) {
        return of(HttpStatus.CONFLICT, "not-offered-yet", "Not offered yet", what + " is not offered yet.");
    }

    /** 412: somebody else was faster. */
    public static Refusal stale(String who, Instant when) {
        var refusal = of(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                "Changed by somebody else",
                "Changed by %s at %s. Read it again, then repeat your change.".formatted(who, when));
        refusal.detail().setProperty("changed_by", who);
        refusal.detail().setProperty("changed_at", when.toString());
        return refusal;
    }

    /** 412: somebody else was faster, and changed these fields. */
    public static Refusal stale(String who, Instant when, List<String> fields, List<String> labels) {
        var refusal = stale(who, when);
        if (!labels.isEmpty()) {
            refusal.detail()
                    .setDetail("Changed by %s at %s: %s. Read it again, then repeat your change."
                            .formatted(who, when, String.join("; ", labels)));
        }
        refusal.detail().setProperty("changed_fields", fields);
        return refusal;
    }

    /** 428: a write without {@code If-Match}. */
    public static Refusal preconditionRequired() {
        return of(
                HttpStatus.PRECONDITION_REQUIRED,
                "if-match-required",
                "If-Match needed",
                "Send If-Match with the ETag of the submission that you read.");
    }

    /** 429, with the time after which to try again. */
    public static Refusal tooMany(String why, Duration retryAfter) {
        var seconds = Math.max(1, retryAfter.toSeconds() + (retryAfter.getNano() > 0 ? 1 : 0));
        return of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", why)
                .with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /** Any other status. */
    public static Refusal of(HttpStatus status, String type, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:oin:problem:" + type.toLowerCase(Locale.ROOT)));
        problem.setTitle(title);
        return new Refusal(problem, new HttpHeaders());
    }

    private static Refusal input(HttpStatus status, String type, String title, String detail, List<FieldError> errors) {
        var refusal = of(status, type, title, detail);
        refusal.detail().setProperty("errors", errors);
        return refusal;
    }
}
