package dev.oin.sample.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** One way in which the application can be made to misbehave; all are off unless asked for. */
public enum Weakness {
    SSO_NO_SESSION("Accepts a sign-in answer but starts no session."),
    SSO_SERVER_ERROR("Answers 500 where the sign-in answer arrives (SAML and OIDC)."),
    JIT_OFF("Creates nobody at sign-in, whatever the setup says."),
    JIT_WRONG_NAMES("Swaps first and last name of people created at sign-in."),
    JIT_UNASKED("Creates people at sign-in although the setup says that nobody is created."),
    UNKNOWN_REFUSED_SILENTLY("Sends people whom it does not know back to its start page without a word."),
    NAMES_ESCAPED_TWICE("Stores names as they look in the source of a page."),
    TENANTS_SHARED("Takes people of two tenants with the same e-mail address for one."),
    DENIAL_LOOPS("Begins the sign-in again when the identity provider answers with an error."),
    DENIAL_AS_GUEST("Signs a guest in when the identity provider answers with an error."),
    IDP_INITIATED_REFUSED("Refuses sign-in that the identity provider starts."),
    PROTECTED_PAGE_PUBLIC("Shows the account page to everybody, the same with and without a session."),

    SAML_UNSIGNED_ACCEPTED("Accepts a SAML response without any signature."),
    SAML_AUDIENCE_IGNORED("Does not look at the audience of an assertion."),
    SAML_EXPIRED_ACCEPTED("Does not look at the validity times of an assertion."),
    SAML_REPLAY_ACCEPTED("Accepts the same assertion again."),
    SAML_ISSUER_IGNORED("Does not compare the issuer with the configured identity provider."),
    SAML_RECIPIENT_IGNORED("Does not look at Recipient and Destination."),
    SAML_IN_RESPONSE_TO_IGNORED("Does not bind the answer to a request of the same browser."),
    SAML_ONE_ACS("Takes SAML responses at the first of its two addresses only."),
    SAML_LATER_SIGN_IN_REFUSED("Refuses a person whose password was entered anew since the first sign-in."),
    SAML_MANY_VALUES_SERVER_ERROR("Answers 500 to attributes with several values or with an empty one."),

    OIDC_NONCE_IGNORED("Does not compare the nonce."),
    OIDC_STATE_IGNORED("Does not compare the state."),
    OIDC_SIGNATURE_IGNORED("Does not verify the ID token's signature."),
    OIDC_AUDIENCE_IGNORED("Does not look at the ID token's audience."),
    OIDC_LOCAL_SIGN_OUT("Signs people out without telling the OpenID Provider."),

    LOGOUT_KEEPS_SESSIONS("Answers 204 to Universal Logout but ends no session."),
    LOGOUT_UNSIGNED_ACCEPTED("Does not verify the signature of a logout token."),
    LOGOUT_REPLAY_ACCEPTED("Accepts the same logout token again."),
    LOGOUT_LONG_LIVED_ACCEPTED("Accepts logout tokens that are valid for a day."),
    LOGOUT_LATER_KEYS_REFUSED("Believes the first key of those who revoke, and no later one."),
    LOGOUT_TENANT_IGNORED("Ends sessions of other tenants' people, too."),
    LOGOUT_BREAKS_UNDER_LOAD("Answers 500 to Universal Logout after fifty calls within a minute."),

    SCIM_STRING_COUNTS("Sends totalResults, itemsPerPage and startIndex as strings."),
    SCIM_MISSING_LIST_SCHEMA("Leaves schemas out of list answers."),
    SCIM_LIST_SERVER_ERROR("Answers 500 to lists of users."),
    SCIM_EMPTY_USER_LIST("Lists nobody unless a filter is sent."),
    SCIM_MISSING_ID("Leaves the id out of users."),
    SCIM_MISSING_USER_NAME("Leaves userName out of users."),
    SCIM_MISSING_GIVEN_NAME("Leaves name.givenName out of users."),
    SCIM_MISSING_FAMILY_NAME("Leaves name.familyName out of users."),
    SCIM_MISSING_ACTIVE("Leaves active out of users."),
    SCIM_MISSING_EMAILS("Leaves emails out of users."),
    SCIM_WRONG_ID_ON_READ("Answers a read by id with another id."),
    SCIM_NO_MATCH_404("Answers 404 to a filter without a match."),
    SCIM_UNFILTERED_LIST("Ignores filters and lists everybody."),
    SCIM_UNKNOWN_USER_200("Answers 200 to a read of an unknown id."),
    SCIM_404_WITHOUT_DETAIL("Leaves the detail out of 404 answers."),
    SCIM_404_WITHOUT_SCHEMA("Leaves schemas out of 404 answers."),
    SCIM_CREATE_200("Answers 200 instead of 201 to a create."),
    SCIM_CREATE_EMPTY_BODY("Answers a create without a body."),
    SCIM_CREATE_INACTIVE("Creates everybody inactive."),
    SCIM_CREATE_WITHOUT_SCHEMAS("Leaves schemas out of the answer to a create."),
    SCIM_CREATE_NOT_STORED("Answers 201 to a create but stores nothing."),
    SCIM_WRONG_GIVEN_NAME("Stores another given name than it was sent."),
    SCIM_WRONG_FAMILY_NAME("Stores another family name than it was sent."),
    SCIM_WRONG_USER_NAME("Stores another userName than it was sent."),
    SCIM_DUPLICATE_ACCEPTED("Creates a second user with the same userName."),
    SCIM_DUPLICATE_400("Answers 400 instead of 409 to a duplicate."),
    SCIM_CASE_SENSITIVE_USER_NAME("Compares userName by letter case."),
    SCIM_UPPER_CASE_FILTER_500("Answers 500 to a filter whose value is in upper case."),
    SCIM_GROUPS_500("Answers 500 to the list of groups."),
    SCIM_SLOW_GROUPS("Takes a second to list groups."),
    SCIM_GROUPS_NOT_ARRAY("Sends Resources of the group list as an object."),
    SCIM_NO_401("Lets callers without a valid token in."),
    SCIM_401_WITHOUT_DETAIL("Leaves the detail out of 401 answers."),
    SCIM_401_WITHOUT_SCHEMA("Leaves schemas out of 401 answers."),
    SCIM_NUMERIC_ERROR_STATUS("Sends the status of errors as a number."),
    SCIM_ERROR_WITHOUT_STATUS("Leaves the status out of error bodies."),
    SCIM_IGNORES_UPDATE("Answers 200 to updates of names but changes nothing."),
    SCIM_IGNORES_DEACTIVATE("Answers 200 to active=false but keeps the user active."),
    SCIM_IGNORES_REACTIVATE("Answers 200 to active=true but keeps the user inactive."),
    SCIM_NEW_ID_ON_REACTIVATE("Gives a reactivated user a new id."),
    SCIM_PASSWORD_RETURNED("Echoes the password in the answer to a create."),
    SCIM_PLAIN_JSON("Answers application/json instead of application/scim+json."),
    SCIM_NOT_ATOMIC("Keeps the first operations of a PATCH whose later one fails."),
    SCIM_PAGING_IGNORED("Ignores startIndex and count."),

    SCIM_ENTITLEMENTS_UNNAMED("Leaves roles, licenses and sites out of the list of resource types."),
    SCIM_ENTITLEMENT_STRING_COUNTS("Sends the counts of roles, licenses and sites as strings."),
    SCIM_ENTITLEMENT_ID_TWICE("Lists two roles, two licenses and two sites with the same id."),
    SCIM_ENTITLEMENT_PAGING_IGNORED("Ignores startIndex and count for roles, licenses and sites."),
    SCIM_GRANT_REPLACES("Takes other roles and entitlements away when one is given."),
    SCIM_REVOKE_IGNORED("Answers 200 when a role or entitlement is taken away but keeps it."),
    SCIM_UNKNOWN_ENTITLEMENT_ACCEPTED("Takes roles and entitlements that do not exist."),
    SCIM_TWO_LICENSES_ACCEPTED("Takes two licenses for one person.");

    private final String sentence;

    Weakness(String sentence) {
        this.sentence = sentence;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }

    @JsonCreator
    public static Weakness of(String id) {
        return Arrays.stream(values())
                .filter(weakness -> weakness.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no weakness named " + id));
    }
}
