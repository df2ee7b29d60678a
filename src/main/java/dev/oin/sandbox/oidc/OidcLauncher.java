package dev.oin.sandbox.oidc;

import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.NoteSignIn;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.SignInEvent.What;
import dev.oin.sandbox.login.AppLauncher;
import dev.oin.sandbox.login.SandboxPrincipal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts OpenID Connect apps at the tile, through their initiate login URI (OpenID Connect Core 4). */
@Component
class OidcLauncher implements AppLauncher {

    private final SandboxAddresses addresses;
    private final NoteSignIn log;

    OidcLauncher(SandboxAddresses addresses, NoteSignIn log) {
        this.addresses = addresses;
        this.log = log;
    }

    @Override
    public Protocol protocol() {
        return Protocol.OIDC;
    }

    @Override
    public boolean canLaunch(Instance instance) {
        return initiateLoginUri(instance) != null;
    }

    @Override
    public Launch launch(Instance instance, SandboxPrincipal principal, boolean post) {
        var address = initiateLoginUri(instance);
        if (address == null) {
            return new Launch.Impossible("The app has no Initiate login URI, so it cannot be started here.");
        }
        var issuer = addresses.issuer(instance.organization());
        log.note(
                instance.id(),
                principal.person(),
                principal.run().orElse(null),
                What.LOGIN_INITIATED,
                Map.of("initiate_login_uri", address, "method", post ? "POST" : "GET"));
        return post
                ? new Launch.Form(address, Map.of("iss", issuer))
                : new Launch.Redirect(withIssuer(address, issuer));
    }

    private static String withIssuer(String address, String issuer) {
        var separator = address.contains("?") ? "&" : "?";
        return address + separator + "iss=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8);
    }

    private static @Nullable String initiateLoginUri(Instance instance) {
        var oidc = instance.app().oidc();
        return oidc == null ? null : oidc.initiateLoginUri();
    }
}
