package dev.oin.checks.sso;

import dev.oin.checks.Exchange;
import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.checks.sso.AppSession.Departure;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.kernel.Protocol;
import java.net.URI;
import java.util.List;

/** F-OI-6: signing out of the app signs out at the identity provider, and comes back to a registered address. */
final class PostLogout {

    private PostLogout() {}

    static AdviceCheck check() {
        return AdviceCheck.warning(
                "F-OI-6",
                Protocol.OIDC,
                "RP-Initiated Logout 2, 3",
                "Who signs out of the app is signed out at the identity provider with the right id_token_hint, and comes back to a registered address",
                "Where the identity provider's session goes on, the next click signs the person in again.",
                "End your own session, then send the person to end_session_endpoint with the ID token of the sign-in as id_token_hint and a registered post_logout_redirect_uri.",
                PostLogout::look);
    }

    private static Finding look(AdviceLab lab) {
        var oidc = lab.instance().app().oidc();
        if (oidc == null || oidc.postLogoutUris().isEmpty()) {
            return new Finding.Irrelevant("The submission registers no post-logout redirect URI.");
        }
        if (lab.tested().recipe().signOut() == null) {
            return new Finding.Irrelevant("Enter in the sign-in recipe how the app signs out.");
        }
        return lab.inSession(lab.person(), session -> {
            var departure = session.signOut();
            var wrong = objection(departure, lab.tested().app(), oidc.postLogoutUris());
            return wrong.isEmpty() && session.look() != State.GONE
                    ? new Finding.Wrong("The app's own session went on.")
                    : Finding.unless(wrong, "The person came back to " + departure.rest() + '.');
        });
    }

    static String objection(Departure departure, App app, List<String> registered) {
        var asked = departure.traffic().stream()
                .filter(sent ->
                        app.isSandbox(sent.url()) && sent.url().getPath().endsWith("/connect/logout"))
                .reduce((first, last) -> last);
        if (asked.isEmpty()) {
            return "The app did not send the person to the identity provider's end_session_endpoint.";
        }
        if (!asked.get().parameters().containsKey("id_token_hint")) {
            return "The request to end_session_endpoint has no id_token_hint.";
        }
        if (!asked.get().isRedirect()) {
            return "The identity provider refused the sign-out, for id_token_hint or post_logout_redirect_uri is not right: status "
                    + asked.get().status() + '.';
        }
        return registered.stream().anyMatch(address -> isAt(departure.rest(), address))
                ? ""
                : "The person did not come back to a registered address, but to " + departure.rest() + '.'
                        + target(asked.get());
    }

    private static String target(Exchange asked) {
        var target = asked.parameters().get("post_logout_redirect_uri");
        return target == null ? " post_logout_redirect_uri is missing." : "";
    }

    private static boolean isAt(URI rest, String registered) {
        var address = rest.toString();
        return address.equals(registered)
                || address.startsWith(registered + '?')
                || address.startsWith(registered + '/')
                || URI.create(registered).getPath().equals(rest.getPath())
                        && App.origin(URI.create(registered)).equals(App.origin(rest));
    }
}
