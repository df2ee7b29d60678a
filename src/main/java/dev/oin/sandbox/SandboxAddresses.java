package dev.oin.sandbox;

import dev.oin.account.Organization;
import dev.oin.account.Organizations;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where everything in the sandbox is reached; the one place that builds its addresses. */
@Component
public class SandboxAddresses {

    private final SandboxProperties properties;
    private final Environment environment;
    private final Organizations organizations;

    SandboxAddresses(SandboxProperties properties, Environment environment, Organizations organizations) {
        this.properties = properties;
        this.environment = environment;
        this.organizations = organizations;
    }

    /** How browsers and apps reach the product, without a slash at the end. */
    public URI origin() {
        var configured = properties.publicUrl();
        if (configured != null && !configured.toString().isEmpty()) {
            var text = configured.toString();
            return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : configured;
        }
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return URI.create("http://localhost:" + port);
    }

    /** The issuer of the organisation's tokens. */
    public String issuer(Organization organization) {
        return origin() + path(organization);
    }

    /** The issuer of the organisation's tokens. */
    public String issuer(OrganizationId organization) {
        return issuer(organizations.get(organization));
    }

    /** The organisation's path. */
    public static String path(Organization organization) {
        return "/sandbox/" + organization.slug();
    }

    /** The page where people sign in. */
    public String login(OrganizationId organization) {
        return issuer(organization) + "/login";
    }

    /** The page with the tiles. */
    public String home(OrganizationId organization) {
        return issuer(organization) + "/home";
    }

    /** The entity id of the identity provider, as the instance sees it. */
    public String samlEntityId(OrganizationId organization, InstanceId instance) {
        return issuer(organization) + "/saml/" + instance;
    }

    /** Where SAML requests go. */
    public String samlSso(OrganizationId organization, InstanceId instance) {
        return samlEntityId(organization, instance) + "/sso";
    }

    /** Where the SAML metadata is. */
    public String samlMetadata(OrganizationId organization, InstanceId instance) {
        return samlEntityId(organization, instance) + "/metadata";
    }

    /** The address behind the instance's tile. */
    public String launch(OrganizationId organization, InstanceId instance) {
        return issuer(organization) + "/apps/" + instance;
    }
}
