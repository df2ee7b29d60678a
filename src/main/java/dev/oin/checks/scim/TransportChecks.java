package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.status;
import static dev.oin.checks.scim.Observation.when;

import dev.oin.checks.scim.Observation.Right;
import dev.oin.checks.scim.Observation.Wrong;
import dev.oin.egress.Call;
import dev.oin.sandbox.scim.ScimReply;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Authentication and headers (scim-checks 2.2). */
final class TransportChecks {

    private TransportChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        access(list);
        headers(list);
        return list.checks();
    }

    private static void access(StrictList list) {
        list.check(
                        "TA-03",
                        Level.MUST,
                        "RFC 7644 section 2",
                        "Calls without credentials are answered with 401, for every method",
                        "Check the credentials before anything else, for GET, POST, PUT, PATCH and DELETE.",
                        lab -> {
                            for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                                var path = method.equals("GET") || method.equals("POST") ? "/Users" : ScimLab.NOBODY;
                                var body = bodyFor(method, lab);
                                var reply = lab.send(method, path, body, TransportChecks::anonymous);
                                if (!(reply instanceof ScimReply.Answer answer)
                                        || answer.status() != 401 && !isNotOffered(method, answer)) {
                                    return seen(
                                            reply,
                                            other -> new Wrong(method + ' ' + path + ": " + Observation.words(other)));
                                }
                            }
                            return new Right("status 401 for all methods");
                        })
                .check(
                        "TA-04",
                        Level.MUST,
                        "RFC 7644 section 2",
                        "A malformed or foreign token is answered with 401 or 403",
                        "Compare the complete token, in the scheme that you named.",
                        lab -> status(
                                lab.send(
                                        "GET",
                                        "/Users",
                                        null,
                                        call -> with(call, "Authorization", "Basic b2luOm9pbg==")),
                                401,
                                403))
                .check(
                        "TA-05",
                        Level.HARDENING,
                        "RFC 7644 section 7.4",
                        "A token in the query is not accepted",
                        "Take credentials from the Authorization header alone: addresses end up in logs.",
                        lab -> status(
                                lab.send("GET", "/Users?access_token=x&token=x", null, TransportChecks::anonymous),
                                401,
                                403));
    }

    private static void headers(StrictList list) {
        list.check(
                        "TA-06",
                        Level.MUST,
                        "RFC 7644 section 3.1",
                        "Answers have the content type application/scim+json",
                        "Send Content-Type: application/scim+json.",
                        lab -> seen(lab.get("/Users?count=1"), answer -> {
                            var type = answer.header("Content-Type").orElse("none");
                            return when(
                                    type.toLowerCase(Locale.ROOT).startsWith("application/scim+json"),
                                    "Content-Type " + type);
                        }))
                .check(
                        "TA-07",
                        Level.SHOULD,
                        "RFC 7644 section 3.8",
                        "Accept: application/json is served too",
                        "Answer JSON where the client asks for application/json.",
                        lab -> status(
                                lab.send(
                                        "GET",
                                        "/Users?count=1",
                                        null,
                                        call -> with(call, "Accept", "application/json")),
                                200));
        list.about(Concern.CREATE)
                .check(
                        "TA-08",
                        Level.CLIENT,
                        "",
                        "A body sent as application/json is accepted",
                        "Accept application/json beside application/scim+json.",
                        lab -> status(
                                lab.send(
                                        "POST",
                                        "/Users",
                                        lab.newUser().toString(),
                                        call -> with(call, "Content-Type", "application/json")),
                                201))
                .check(
                        "TA-09",
                        Level.SHOULD,
                        "RFC 7644 section 3.12",
                        "A body of another type is refused, not failed on",
                        "Answer 415 or 400.",
                        lab -> status(
                                lab.send(
                                        "POST",
                                        "/Users",
                                        "<user/>",
                                        call -> with(call, "Content-Type", "application/xml")),
                                400,
                                415))
                .check(
                        "TA-10",
                        Level.MUST,
                        "RFC 7644 section 3.8",
                        "Names in any script come back as they were sent",
                        "Read and write UTF-8 throughout.",
                        lab -> {
                            var user = lab.newUser();
                            user.putObject("name").put("givenName", "Zoë 李 😀").put("familyName", "أحمد Ñandú");
                            return lab.creating(
                                    "/Users",
                                    user,
                                    "userName",
                                    made -> seen(
                                            lab.get(made.path()),
                                            answer -> when(
                                                    answer.at("$.name.givenName")
                                                                    .asText()
                                                                    .equals("Zoë 李 😀")
                                                            && answer.at("$.name.familyName")
                                                                    .asText()
                                                                    .equals("أحمد Ñandú"),
                                                    Observation.member(answer, "name"))));
                        })
                .check(
                        "TA-12",
                        Level.SHOULD,
                        "RFC 7644 section 3.12",
                        "A method that a resource does not offer is answered with 405 or 501",
                        "Answer 405, with the Error schema.",
                        lab -> lab.withUser(made -> status(lab.post(made.path(), made.sent()), 405, 501, 404)));
    }

    /** Nothing but the credentials is wrong with the call. */
    private static @Nullable String bodyFor(String method, ScimLab lab) {
        return switch (method) {
            case "POST", "PUT" -> lab.newUser().toString();
            case "PATCH" -> Ledger.INACTIVE;
            default -> null;
        };
    }

    /** A method that nobody may use needs no credentials to be refused. */
    private static boolean isNotOffered(String method, ScimReply.Answer answer) {
        return List.of("PUT", "PATCH", "DELETE").contains(method) && Observation.isOneOf(answer, 405, 501);
    }

    private static Call anonymous(Call call) {
        return new Call(
                call.method(),
                call.url(),
                call.headers().stream()
                        .filter(header -> !header.name().equals("Authorization"))
                        .toList(),
                call.body(),
                call.timeout(),
                call.redirects());
    }

    static Call with(Call call, String name, String value) {
        UnaryOperator<Call> without = one -> new Call(
                one.method(),
                one.url(),
                one.headers().stream()
                        .filter(header -> !header.name().equals(name))
                        .toList(),
                one.body(),
                one.timeout(),
                one.redirects());
        return without.apply(call).with(name, value);
    }
}
