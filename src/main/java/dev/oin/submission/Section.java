package dev.oin.submission;

import dev.oin.kernel.Protocol;
import org.jspecify.annotations.Nullable;

/** The sections of the wizard's pages (submission-rules 1), in order. */
public enum Section {
    PROTOCOLS(WizardPage.PROTOCOLS, "Protocols", null),
    CATALOG(WizardPage.CONFIGURATION, "OIN catalog properties", null),
    VARIABLES(WizardPage.CONFIGURATION, "Integration variables", null),
    OIDC(WizardPage.CONFIGURATION, "OIDC properties", Protocol.OIDC),
    SAML(WizardPage.CONFIGURATION, "SAML properties", Protocol.SAML),
    SCIM(WizardPage.CONFIGURATION, "SCIM properties", Protocol.SCIM),
    ENTITLEMENTS(WizardPage.CONFIGURATION, "Entitlement management", Protocol.ENTITLEMENTS),
    UNIVERSAL_LOGOUT(WizardPage.CONFIGURATION, "Universal logout properties", Protocol.UNIVERSAL_LOGOUT),
    TEST_ACCOUNT(WizardPage.TEST_INFORMATION, "Test account", null),
    OIDC_TEST(WizardPage.TEST_INFORMATION, "OIDC tests", Protocol.OIDC),
    SAML_TEST(WizardPage.TEST_INFORMATION, "SAML tests", Protocol.SAML);

    private final WizardPage page;
    private final String label;
    private final @Nullable Protocol protocol;

    Section(WizardPage page, String label, @Nullable Protocol protocol) {
        this.page = page;
        this.label = label;
        this.protocol = protocol;
    }

    /** The page that shows the section. */
    public WizardPage page() {
        return page;
    }

    /** The section's heading. */
    public String label() {
        return label;
    }

    /** Whether the section goes with the protocol. */
    public boolean belongsTo(Protocol one) {
        return protocol == one;
    }

    /** Whether the section is shown for the content: always, or with its protocol. */
    public boolean appliesTo(Content content) {
        return protocol == null || content.has(protocol);
    }
}
