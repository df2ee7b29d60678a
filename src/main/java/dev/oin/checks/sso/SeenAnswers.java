package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.browser.BrowserTab;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requests to the identity provider and its answers, as far as they filled a window. Frames do not count: apps look in them whether somebody is signed in already
 * ({@code prompt=none}), before the person signs in and again afterwards.
 */
record SeenAnswers(BrowserTab tab, App app) {

    /** What apps are answered that only looked whether somebody is signed in (OIDC Core 3.1.2.6, SAML Core 3.2.2.2). */
    static final Set<String> NO_SESSION = Set.of("login_required", "NoPassive");

    /** The app's last request. */
    Optional<Exchange> asked() {
        return pages().filter(app::asksProvider).findFirst();
    }

    /** How often the app has asked the sandbox; an app may ask a sign-in page of its own besides. */
    long requests() {
        return pages().filter(request -> app.isSandbox(request.url()) && app.asksProvider(request))
                .count();
    }

    /** The last answer since the person signed in. */
    Optional<Exchange> delivery() {
        var pages = pages().toList();
        var signedIn = pages.stream().filter(app::isSignIn).findFirst();
        return pages.stream()
                .filter(app::isDelivery)
                .filter(answer -> signedIn.filter(before -> answer.sent().isBefore(before.sent()))
                        .isEmpty())
                .findFirst();
    }

    /** Whether the sign-in page has come anew since the person signed in, because the app wants the password entered for its request. */
    boolean isAskedAgain() {
        var page = pages().findFirst();
        var signedIn = pages().filter(app::isSignIn).findFirst();
        return page.isPresent()
                && signedIn.isPresent()
                && page.get().method().equals("GET")
                && page.get().status() == 200
                && page.get().url().getPath().equals(signedIn.get().url().getPath())
                && page.get().sent().isAfter(signedIn.get().sent());
    }

    /** An error that went to the app before anybody was asked for a password; that there is no session is none. */
    Optional<Exchange> refusal() {
        return delivery()
                .filter(answer -> app.error(answer)
                        .filter(error -> NO_SESSION.stream().noneMatch(error::startsWith))
                        .isPresent());
    }

    /** Newest first. */
    private Stream<Exchange> pages() {
        return tab.exchanges().reversed().stream()
                .filter(exchange -> exchange.kind().equals("document"));
    }
}
