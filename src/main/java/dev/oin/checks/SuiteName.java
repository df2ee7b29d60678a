package dev.oin.checks;

import java.util.Arrays;
import java.util.Optional;

/** The suites that can be asked for by name. */
public enum SuiteName {
    PREFLIGHT("preflight", "Contact check"),
    SUBMISSION_TESTER("submission-tester", "Submission tester"),
    SIGN_ON_ADVICE("sign-on-advice", "Sign-on advice"),
    SAML_SECURITY("saml-security", "SAML security"),
    OIDC_SECURITY("oidc-security", "OIDC security"),
    SCIM_SPEC("scim-spec", "SCIM SPEC"),
    SCIM_CRUD("scim-crud", "SCIM CRUD"),
    SCIM_ENTITLEMENTS("scim-entitlements", "SCIM entitlements"),
    SCIM_RFC("scim-rfc", "SCIM RFC"),
    LOGOUT("logout", "Universal Logout");

    private final String text;
    private final String label;

    SuiteName(String text, String label) {
        this.text = text;
        this.label = label;
    }

    /** The name that the API uses. */
    public String text() {
        return text;
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    /** The suite of that name. */
    public static Optional<SuiteName> named(String text) {
        return Arrays.stream(values()).filter(suite -> suite.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
