package dev.oin.checks.sso;

import static dev.oin.checks.sso.AdviceCheck.Finding;

import dev.oin.checks.CheckId;
import dev.oin.checks.Exchange;
import dev.oin.checks.Severity;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import java.net.HttpCookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Q-XX and F-XX: cookies, addresses, and what is left after signing out (sso-checks 1). */
final class BrowserHabits {

    private BrowserHabits() {}

    static List<AdviceCheck> all() {
        return List.of(
                new AdviceCheck(
                        new CheckId("Q-XX-1"),
                        null,
                        Severity.WARNING,
                        "RFC 6265 8; BCP 4.2",
                        "The session cookie is protected, new after the sign-in, and neither code nor answer stays in an address or on the page",
                        "A session identifier that scripts, other sites or the time before the sign-in know can be stolen or planted.",
                        "Set Secure, HttpOnly and SameSite, change the session's identifier at sign-in, and redirect to a clean address.",
                        lab -> lab.observed()
                                .map(BrowserHabits::habits)
                                .orElseGet(() -> new Finding.Unseen("No sign-in that began in the app was seen."))),
                new AdviceCheck(
                        new CheckId("F-XX-3"),
                        null,
                        Severity.WARNING,
                        "",
                        "After signing out of the app its pages ask to sign in",
                        "On a shared computer the next person must not find the session.",
                        "End the session on the server when a person signs out.",
                        BrowserHabits::signedOut),
                new AdviceCheck(
                        new CheckId("F-SA-5"),
                        null,
                        Severity.WARNING,
                        "",
                        "A person created at the first sign-in is found again at the second, with a changed name",
                        "A second account for the same person splits their work.",
                        "Find people by issuer and subject or NameID, and take changed names over.",
                        BrowserHabits::twice));
    }

    private static Finding signedOut(AdviceLab lab) {
        if (lab.tested().recipe().signOut() == null) {
            return new Finding.Irrelevant("Enter in the sign-in recipe how the app signs out.");
        }
        return lab.inSession(lab.person(), session -> {
            session.signOut();
            return session.look() == AppSession.State.GONE
                    ? new Finding.Right("The page asked to sign in.")
                    : new Finding.Wrong("After signing out the page was shown as before.");
        });
    }

    private static Finding twice(AdviceLab lab) {
        if (!lab.tested().createsPeople()) {
            return new Finding.Irrelevant("The app creates nobody at sign-in.");
        }
        return lab.withNewPerson(lab.freshDetails(), person -> {
            var first = lab.inSession(person, session -> new Finding.Right(session.text()));
            return first instanceof Finding.Right ? again(lab, person) : first;
        });
    }

    private static Finding again(AdviceLab lab, Person person) {
        var name = person.familyName() + "-Neu";
        var renamed = lab.renamed(person, new PersonDetails(person.givenName(), name, person.email()));
        return lab.inSession(renamed, session -> {
            var text = session.text();
            return text.contains(name)
                    ? new Finding.Right("The same person, with the new name.")
                    : text.contains(person.familyName())
                            ? new Finding.Wrong("The page still shows the old name.")
                            : new Finding.Irrelevant("The page does not show names, so that nothing can be said.");
        });
    }

    private static Finding habits(ObservedSignIn seen) {
        var wrong = new ArrayList<String>();
        var https = seen.rest().getScheme().equals("https");
        var after = sessionCookies(seen);
        after.forEach((cookie, header) -> {
            var flags = header.toLowerCase(Locale.ROOT);
            var missing = Stream.of(https ? "secure" : "", "httponly", "samesite")
                    .filter(flag -> !flag.isEmpty() && !flags.contains(flag))
                    .toList();
            if (!missing.isEmpty()) {
                wrong.add("The cookie " + cookie + " lacks " + String.join(", ", missing) + '.');
            }
        });
        if (isFixed(seen, after)) {
            wrong.add("The session's identifier is the same before and after the sign-in.");
        }
        var rest = seen.rest().toString();
        if (rest.matches(".*[?&](code|SAMLResponse|id_token|access_token)=.*")) {
            wrong.add("The address still holds the answer.");
        }
        seen.delivery()
                .map(delivery -> delivery.parameters().getOrDefault("code", ""))
                .filter(code -> code.length() > 8)
                .filter(code -> seen.traffic().stream().anyMatch(sent -> leaks(sent, code, seen.app())))
                .ifPresent(code -> wrong.add("The code is in a page or in the Referer of a later request."));
        return Finding.unless(
                String.join(" ", wrong),
                after.isEmpty()
                        ? "The app sets no cookie with the answer."
                        : "Cookies: " + String.join(", ", after.keySet()) + '.');
    }

    private static boolean leaks(Exchange sent, String code, App app) {
        var body = sent.responseBody();
        return !app.isSandbox(sent.url())
                && (body != null && body.contains(code)
                        || sent.requestHeader("referer")
                                .filter(referer -> referer.contains(code))
                                .isPresent());
    }

    /** What the app set when the answer came, by name, with the whole header. */
    private static Map<String, String> sessionCookies(ObservedSignIn seen) {
        var cookies = new LinkedHashMap<String, String>();
        seen.delivery().stream()
                .flatMap(delivery -> delivery.responseHeaders().stream())
                .filter(header -> header.name().equalsIgnoreCase("set-cookie"))
                .flatMap(header -> header.value().lines())
                .forEach(value -> parsed(value).forEach(cookie -> {
                    if (cookie.getMaxAge() != 0 && !cookie.getValue().isEmpty()) {
                        cookies.put(cookie.getName(), value);
                    }
                }));
        return cookies;
    }

    private static List<HttpCookie> parsed(String header) {
        try {
            return HttpCookie.parse(header);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /**
     * The app got a session cookie with the answer and set no new one, and later requests go on with the old one and no other. That no header was seen
     * to set a cookie proves nothing alone: the browser may tell of it too late.
     */
    private static boolean isFixed(ObservedSignIn seen, Map<String, String> after) {
        var delivery = seen.delivery();
        var before = delivery.map(BrowserHabits::cookies).orElse(Set.of());
        return after.isEmpty()
                && delivery.isPresent()
                && seen.traffic().stream()
                        .filter(later -> later.sent().compareTo(delivery.get().sent()) >= 0
                                && !later.equals(delivery.get())
                                && !seen.app().isSandbox(later.url()))
                        .map(BrowserHabits::cookies)
                        .anyMatch(now -> before.containsAll(now) && now.stream().anyMatch(BrowserHabits::isSession));
    }

    /** What a request sends as cookies, each with its value. */
    private static Set<String> cookies(Exchange exchange) {
        return exchange.requestHeader("cookie").stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static boolean isSession(String cookie) {
        return cookie.matches("(?i)[^=]*(sess|sid|auth)[^=]*=.*");
    }
}
