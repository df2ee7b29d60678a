package dev.oin.submission;

import java.util.List;

/**
 * A field of the wizard: the one place where its words, limits and kind are written down. The validator, the pages and the API's description read it.
 *
 * @param key as in submission-rules, such as {@code saml.acs_url} or {@code variables[].name}; also the name of its input on the page
 * @param label the words people read
 * @param maxLength the most characters a text may have, 0 where that has no meaning
 * @param choices the values of a {@link Format#CHOICE}, {@link Format#CHOICES} or {@link Format#CONSTANT}
 */
public record Field(
        String key,
        String label,
        Section section,
        Need need,
        int maxLength,
        Format format,
        List<Choice> choices,
        Help help) {

    public Field {
        choices = List.copyOf(choices);
    }

    /**
     * One of a field's values.
     *
     * @param value as stored
     * @param label as shown
     * @param help when to choose it; may be empty
     */
    public record Choice(String value, String label, String help) {}

    /**
     * What the field is for.
     *
     * @param good an example that is accepted; may be empty
     * @param bad an example that is not, with the reason; may be empty
     */
    public record Help(String purpose, String good, String bad) {}

    /** Where the value stands in the JSON document of its page. */
    public String path() {
        return switch (section) {
            case CATALOG -> "catalog." + key;
            case TEST_ACCOUNT -> key.substring("test.".length());
            case PROTOCOLS, VARIABLES, OIDC, SAML, SCIM, ENTITLEMENTS, UNIVERSAL_LOGOUT, OIDC_TEST, SAML_TEST -> key;
        };
    }

    /** Whether the field stands in a list, once or more often. */
    public boolean isInList() {
        return key.contains("[]");
    }

    /** Whether the value is stored under {@code choice}. */
    public boolean offers(String choice) {
        return choices.stream().anyMatch(one -> one.value().equals(choice));
    }

    /** The rule that a missing, too long or misshapen value breaks, such as {@code display_name.required}. */
    public String rule(String kind) {
        return key + "." + kind;
    }
}
