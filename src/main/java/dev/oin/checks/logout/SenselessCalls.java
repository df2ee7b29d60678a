package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.required;
import static dev.oin.checks.logout.LogoutCheck.warning;

import dev.oin.checks.logout.Refusals.Variant;
import dev.oin.sandbox.logout.UniversalLogout;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** UL-N13 to UL-N20: calls of a known caller that must end nobody's session (sso-checks 4.3). */
final class SenselessCalls {

    private static final String BODY = "What is not understood must not be guessed.";
    private static final Set<Integer> MALFORMED = Set.of(400, 422);

    private SenselessCalls() {}

    static List<LogoutCheck> all() {
        return List.of(
                required(
                        "UL-N13",
                        "Global Token Revocation 3.4.2",
                        "A person whom the app does not know is answered with 404",
                        "Administrators must learn that nothing was ended.",
                        "Answer 404 for unknown people.",
                        lab -> Refusals.judge(
                                lab,
                                List.of(new Variant(
                                        "an unknown address",
                                        lab.valid(UniversalLogout.email(
                                                "nobody-" + lab.token().claims().get("jti") + "@example.com")),
                                        Set.of(404))))),
                required(
                        "UL-N14",
                        "RFC 9493 3; Global Token Revocation 3.4.2",
                        "A body that names nobody is refused with 400",
                        BODY,
                        "Answer 400 to every body that is no subject of a known format.",
                        lab -> Refusals.judge(lab, bodies(lab))),
                warning(
                        "UL-N15",
                        "Global Token Revocation 3.2",
                        "Members that the app does not know do no harm",
                        BODY,
                        "Ignore them, or answer 400.",
                        lab -> Refusals.judgeTolerated(
                                lab,
                                new Variant(
                                        "an extra member",
                                        lab.body("{\"extra\":{\"a\":1},"
                                                + lab.tools()
                                                        .logout()
                                                        .body(lab.tools()
                                                                .logout()
                                                                .subject(lab.instance(), lab.person()))
                                                        .substring(1)),
                                        Set.of(204, 400)))),
                warning(
                        "UL-N16",
                        "Global Token Revocation 3.1",
                        "Another method or media type is refused with 405 or 415",
                        BODY,
                        "Take POST with application/json only.",
                        lab -> Refusals.judge(
                                lab,
                                List.of(
                                        new Variant("GET", Refusals.method(lab.valid(), "GET"), Set.of(404, 405)),
                                        new Variant("PUT", Refusals.method(lab.valid(), "PUT"), Set.of(404, 405)),
                                        new Variant("a form", Refusals.form(lab), Set.of(400, 415))))),
                required(
                        "UL-N17",
                        "Global Token Revocation 3.1",
                        "The endpoint is served by https only",
                        "A token that crosses the network in the clear can be used by others.",
                        "Refuse plain http.",
                        Refusals::judgePlainHttp),
                required(
                        "UL-N18",
                        "Global Token Revocation 7",
                        "Oversized bodies and patterns in addresses end nobody's session",
                        BODY,
                        "Limit the size of bodies, and look addresses up as they are.",
                        lab -> Refusals.judge(
                                lab,
                                List.of(
                                        new Variant(
                                                "1 MB",
                                                lab.body("{\"sub_id\":{\"format\":\"email\",\"email\":\""
                                                                + "a".repeat(1_000_000) + "@example.com\"}}")
                                                        .last(),
                                                Set.of(400, 404, 413, 422)),
                                        new Variant("*", lab.valid(UniversalLogout.email("*")), Set.of(400, 404)),
                                        new Variant("%", lab.valid(UniversalLogout.email("%@%")), Set.of(400, 404)),
                                        new Variant(
                                                "SQL",
                                                lab.valid(UniversalLogout.email("' or '1'='1")),
                                                Set.of(400, 404))))),
                warning(
                        "UL-N20",
                        "",
                        "A refusal says why, without stack traces or data of people",
                        "Administrators have to find their mistake, and nobody else has to learn of it.",
                        "Name what is wrong with the token, and no more.",
                        Refusals::judgeWords));
    }

    private static List<Variant> bodies(LogoutLab lab) {
        return List.of(
                new Variant(
                        "unknown format", lab.valid(Map.of("format", "phone_number", "phone_number", "+1")), MALFORMED),
                new Variant("no format", lab.valid(Map.of("email", lab.person().email())), MALFORMED),
                new Variant("email without address", lab.valid(Map.of("format", "email")), MALFORMED),
                new Variant(
                        "a list",
                        lab.body("{\"sub_id\":[{\"format\":\"email\",\"email\":\""
                                + lab.person().email() + "\"}]}"),
                        MALFORMED),
                new Variant("nothing", lab.body(""), MALFORMED),
                new Variant("no JSON", lab.body("sub_id=" + lab.person().email()), MALFORMED));
    }
}
