package dev.oin.sample;

import java.net.URI;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;

/** Every address that somebody outside needs to know of this application. */
@Component
public class Addresses {

    private final SampleSettings settings;
    private final ServletWebServerApplicationContext server;

    Addresses(SampleSettings settings, ServletWebServerApplicationContext server) {
        this.settings = settings;
        this.server = server;
    }

    public String base() {
        URI configured = settings.baseUrl();
        return configured == null
                ? "http://localhost:" + server.getWebServer().getPort()
                : configured.toString().replaceAll("/+$", "");
    }

    public String samlAcs() {
        return base() + "/saml/acs";
    }

    /** Where a second node of the application would take SAML responses. */
    public String secondSamlAcs() {
        return base() + "/saml/acs/second";
    }

    public String samlEntityId() {
        return samlMetadata();
    }

    public String samlMetadata() {
        return base() + "/saml/metadata";
    }

    public String samlLogin() {
        return base() + "/saml/login";
    }

    public String oidcCallback() {
        return base() + "/oidc/callback";
    }

    public String oidcLogin() {
        return base() + "/oidc/login";
    }

    public String oidcInitiate() {
        return base() + "/oidc/initiate";
    }

    public String signedOut() {
        return base() + "/signed-out";
    }

    public String scim() {
        return base() + "/scim/v2";
    }

    public String oauthAuthorize() {
        return base() + "/oauth/authorize";
    }

    public String oauthToken() {
        return base() + "/oauth/token";
    }

    public String logout() {
        return base() + "/logout/global";
    }

    public String account() {
        return base() + "/account";
    }

    public String guide(String protocol) {
        return base() + "/guides/" + protocol;
    }
}
