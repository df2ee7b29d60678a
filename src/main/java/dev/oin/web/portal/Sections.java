package dev.oin.web.portal;

import dev.oin.submission.Field;
import dev.oin.submission.FieldList;
import dev.oin.submission.Fields;
import dev.oin.submission.Section;

/** The sections of the wizard as parts of a page. */
final class Sections {

    private Sections() {}

    /** The section in which a problem's field stands. */
    static Section of(String field) {
        return Fields.find(field)
                .map(Field::section)
                .or(() -> Fields.list(field.replaceAll("\\[\\d*].*$", "")).map(FieldList::section))
                .orElse(Section.PROTOCOLS);
    }

    static String idOf(Section section) {
        return switch (section) {
            case PROTOCOLS -> "protocols";
            case CATALOG -> "catalog";
            case VARIABLES -> "variables-section";
            case OIDC -> "oidc";
            case SAML -> "saml";
            case SCIM -> "scim";
            case ENTITLEMENTS -> "ent";
            case UNIVERSAL_LOGOUT -> "ul";
            case TEST_ACCOUNT -> "account";
            case OIDC_TEST -> "oidc_test";
            case SAML_TEST -> "saml_test";
        };
    }

    static String nameOf(Section section) {
        return switch (section) {
            case PROTOCOLS -> "Protocols";
            case CATALOG -> "Catalog";
            case VARIABLES -> "Variables";
            case OIDC -> "OIDC";
            case SAML -> "SAML";
            case SCIM -> "SCIM";
            case ENTITLEMENTS -> "Entitlements";
            case UNIVERSAL_LOGOUT -> "Logout";
            case TEST_ACCOUNT -> "Test account";
            case OIDC_TEST -> "OIDC tests";
            case SAML_TEST -> "SAML tests";
        };
    }
}
