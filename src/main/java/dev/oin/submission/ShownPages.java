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

    /** Page 2. */
    public ObjectNode configuration(Submission submission) {
        return configuration(
                submission.content(), secrets.namesOf(submission.id()).contains(SecretRows.CLIENT_SECRET));
    }

    /** Page 3. */
    public ObjectNode testInformation(Submission submission) {
        var content = submission.content();
        var page = ContentJson.tree(content.testInformation());
        page.put("password_set", secrets.namesOf(submission.id()).contains(SecretRows.PASSWORD));
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

    /** Page 2 of a version, without a word about secrets. */
    public static ObjectNode configuration(Version version) {
        return configuration(version.content(), false);
    }

    private static ObjectNode configuration(Content content, boolean clientSecretSet) {
        var page = ContentJson.tree(content.configuration());
        page.withArrayProperty("variables").forEach(row -> ((ObjectNode) row).put("type", "STRING"));
        if (page.has("oidc")) {
            page.withObjectProperty("oidc").put("app_type", "WEB");
        }
        if (page.has("scim")) {
            page.withObjectProperty("scim").withObjectProperty("oauth").put("client_secret_set", clientSecretSet);
        }
        if (page.has("ul")) {
            page.withObjectProperty("ul").put("auth_method", "SIGNED_JWT");
        }
        return page;
    }
}
