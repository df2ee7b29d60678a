package dev.oin.submission.expression;

import java.util.Optional;
import java.util.Set;

/** What an attribute statement may tell about a person (submission-rules 12.5). */
final class UserAttributes {

    static final String USER_NAME = "userName";

    private static final Set<String> USER = Set.of(
            ("login email secondEmail firstName lastName middleName honorificPrefix honorificSuffix title displayName nickName"
                            + " profileUrl primaryPhone mobilePhone streetAddress city state zipCode countryCode postalAddress"
                            + " preferredLanguage locale timezone userType employeeNumber costCenter organization division"
                            + " department managerId manager")
                    .split(" "));

    private UserAttributes() {}

    static Set<String> all() {
        return USER;
    }

    /** Whether the text could be a person's attribute of any app. */
    static boolean isKnown(String attribute) {
        return attribute.equals(USER_NAME) || USER.contains(attribute);
    }

    /** Whether the attribute is offered; of an app's own attributes, the mappings tell which there are. */
    static boolean offers(String root, String attribute) {
        return attribute.equals(USER_NAME) || root.equals("appuser") || USER.contains(attribute);
    }

    /** The attribute as it is written, where only its letters' case differs. */
    static Optional<String> likely(String attribute) {
        return USER.stream().filter(attribute::equalsIgnoreCase).findFirst();
    }
}
