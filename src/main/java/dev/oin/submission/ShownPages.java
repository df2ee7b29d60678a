package dev.oin.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

/** The wizard's pages as JSON documents, as they are read back: secrets as {@code …_set}, constants and derived values included. */
@Component
public class ShownPages {

    private final SecretRows secrets;

    ShownPages(SecretRows secrets) {
        this.secrets = secrets;
    }

    /**
     * Pages 2 and 3.
     *
     * @param configuration page 2
     * @param testInformation page 3
     */
    public record Pages(ObjectNode configuration, ObjectNode testInformation) {}

    /** The submission's pages as they are now. */
    public Pages of(Submission submission) {
        var pages = pages(submission.content());
        var there = secrets.namesOf(submission.id());
        pages.testInformation().put("password_set", there.contains(SecretRows.PASSWORD));
        if (pages.configuration().has("scim")) {
            pages.configuration()
                    .withObjectProperty("scim")
                    .withObjectProperty("oauth")
                    .put("client_secret_set", there.contains(SecretRows.CLIENT_SECRET));
        }
        return pages;
    }

    /** The version's pages; secrets belong to no version. */
    public static Pages of(Version version) {
        return pages(version.content());
    }

    private static Pages pages(Content content) {
        return new Pages(configuration(content), testInformation(content));
    }

    private static ObjectNode configuration(Content content) {
        var page = ContentJson.tree(content.configuration());
        page.withArrayProperty("variables").forEach(row -> ((ObjectNode) row).put("type", "STRING"));
        if (page.has("oidc")) {
            page.withObjectProperty("oidc").put("app_type", "WEB");
        }
        if (page.has("ul")) {
            page.withObjectProperty("ul").put("auth_method", "SIGNED_JWT");
        }
        return page;
    }

    private static ObjectNode testInformation(Content content) {
        var page = ContentJson.tree(content.testInformation());
        if (Section.OIDC_TEST.appliesTo(content)) {
            var oidc = content.configuration().oidc();
            page.withObjectProperty("oidc_test")
                    .put("sp", true)
                    .put("idp", oidc != null && oidc.initiateLoginUri() != null);
        } else {
            page.remove("oidc_test");
        }
        if (!Section.SAML_TEST.appliesTo(content)) {
            page.remove("saml_test");
        }
        return page;
    }
}
