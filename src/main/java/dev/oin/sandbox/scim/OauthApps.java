package dev.oin.sandbox.scim;

import dev.oin.sandbox.InstalledApp;
import dev.oin.sandbox.Instance;
import dev.oin.submission.TestCredentials;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what an instance and its submission say about the app's authorization server. */
@Component
class OauthApps {

    private static final String PAGE_2 = " under SCIM properties on page 2, then generate an instance.";

    private final TestCredentials secrets;

    OauthApps(TestCredentials secrets) {
        this.secrets = secrets;
    }

    /** What came of it. */
    sealed interface Finding {

        /** All is there. */
        record Found(OauthApp app) implements Finding {}

        /** Something has to be entered first. */
        record Missing(String reason) implements Finding {}
    }

    Finding of(Instance instance) {
        var scim = instance.app().scim();
        return scim == null ? new Finding.Missing("This instance does not provision.") : of(instance, scim);
    }

    private Finding of(Instance instance, InstalledApp.Scim scim) {
        var oauth = scim.settings().oauth();
        var authorize = endpoint(scim.authorizeEndpoint());
        var token = endpoint(scim.tokenEndpoint());
        var client = oauth.clientId();
        if (authorize == null) {
            return new Finding.Missing("Enter the authorize endpoint" + PAGE_2);
        }
        if (token == null) {
            return new Finding.Missing("Enter the token endpoint" + PAGE_2);
        }
        if (client == null || client.isBlank()) {
            return new Finding.Missing("Enter the client ID" + PAGE_2);
        }
        return secrets.scimClientSecret(instance.submission())
                .<Finding>map(secret -> new Finding.Found(
                        new OauthApp(instance.app().name(), authorize, token, client.strip(), secret, oauth.scopes())))
                .orElseGet(
                        () -> new Finding.Missing(
                                "Enter the client secret under SCIM properties on page 2; it was never entered, or was deleted with the test account."));
    }

    private static @Nullable URI endpoint(@Nullable String text) {
        try {
            var address = text == null || text.isBlank() ? null : new URI(text.strip());
            return address == null || address.getHost() == null || !isWeb(address) ? null : address;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static boolean isWeb(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
    }
}
