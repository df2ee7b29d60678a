package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Cookies of the app that the browser did not keep or did not send along, and why: what most often breaks a sign-in, without a word in the app's log. */
final class LostCookies {

    private LostCookies() {}

    /** The first that was lost around the answer, in words. */
    static Optional<String> around(Exchange delivery, List<Exchange> exchanges) {
        var here = exchanges.stream()
                .filter(exchange -> exchange.kind().equals("document") && isSameHost(exchange.url(), delivery.url()))
                .toList();
        var before = here.stream().filter(exchange -> exchange.sent().isBefore(delivery.sent()));
        var after = here.stream()
                .filter(exchange -> exchange.sent().isAfter(delivery.sent()))
                .findFirst();
        return Stream.concat(
                        before.flatMap(earlier -> lost(earlier, delivery)),
                        after.stream().flatMap(next -> Stream.concat(lost(delivery, next), toldLate(delivery, next))))
                .findFirst();
    }

    /** The browser tells of a cookie that comes with a redirect only at the page that the redirect leads to. */
    private static Stream<String> toldLate(Exchange delivery, Exchange next) {
        return delivery.isRedirect() ? lost(next, next) : Stream.of();
    }

    private static Stream<String> lost(Exchange setter, Exchange next) {
        return setter.responseHeaders().stream()
                .filter(header -> header.name().equalsIgnoreCase("set-cookie"))
                .flatMap(header -> header.value().lines())
                .filter(line -> isLost(line, next))
                .flatMap(line -> cause(line, setter, next)
                        .map(why -> "The cookie " + name(line) + " was not sent to "
                                + next.url().getPath() + ": " + why)
                        .stream());
    }

    private static boolean isLost(String line, Exchange next) {
        try {
            return HttpCookie.parse(line).stream()
                    .filter(cookie ->
                            cookie.getMaxAge() != 0 && !cookie.getValue().isEmpty())
                    .filter(cookie -> cookie.getPath() == null
                            || String.valueOf(next.url().getPath()).startsWith(cookie.getPath()))
                    .anyMatch(cookie -> !isSent(cookie.getName(), next));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isSent(String name, Exchange request) {
        return request.requestHeaders().stream()
                .filter(header -> header.name().equalsIgnoreCase("cookie"))
                .flatMap(header -> Stream.of(header.value().split(";")))
                .anyMatch(pair -> pair.strip().startsWith(name + "="));
    }

    private static Optional<String> cause(String line, Exchange setter, Exchange next) {
        var flags = line.toLowerCase(Locale.ROOT).replace(" ", "") + ";";
        var plain = "http".equals(setter.url().getScheme());
        if (flags.contains(";secure;") && plain) {
            return Optional.of("browsers keep Secure cookies of https addresses only.");
        }
        if (flags.contains(";samesite=none;") && !flags.contains(";secure;")) {
            return Optional.of("browsers drop a cookie with SameSite=None and without Secure.");
        }
        if (flags.contains(";samesite=strict;")) {
            return Optional.of(
                    "it has SameSite=Strict, and the person comes from the identity provider. Use SameSite=Lax, or show a page of your own that leads on.");
        }
        return flags.contains(";samesite=lax;") && next.method().equals("POST")
                ? Optional.of("it has SameSite=Lax, and the answer comes as a POST. Use SameSite=None with Secure.")
                : Optional.empty();
    }

    private static String name(String line) {
        return line.substring(0, Math.max(0, line.indexOf('='))).strip();
    }

    private static boolean isSameHost(URI one, URI other) {
        return String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost());
    }
}
