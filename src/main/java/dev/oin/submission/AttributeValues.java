package dev.oin.submission;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which user attributes an attribute statement may name (submission-rules 12.5). */
final class AttributeValues {

    private static final Pattern HOLE = Pattern.compile("\\$\\{\\s*([A-Za-z.]+)\\s*}");
    private static final Pattern NAMED = Pattern.compile("(user|appuser|idpuser|session|org|app)\\..*", Pattern.DOTALL);
    private static final Set<String> USER = Set.of(
            ("login email secondEmail firstName lastName middleName honorificPrefix honorificSuffix title displayName nickName"
                            + " profileUrl primaryPhone mobilePhone streetAddress city state zipCode countryCode postalAddress"
                            + " preferredLanguage locale timezone userType employeeNumber costCenter organization division"
                            + " department managerId manager")
                    .split(" "));

    private AttributeValues() {}

    /** What is wrong with the comma-separated list, if anything. */
    static Optional<String> fault(String values) {
        return Arrays.stream(values.split(","))
                .map(String::strip)
                .map(AttributeValues::faultOfOne)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> faultOfOne(String value) {
        if (value.isEmpty()) {
            return Optional.of("There is an empty value between two commas.");
        }
        var hole = HOLE.matcher(value);
        if (hole.matches()) {
            return hole.group(1).equals("user.userName") ? Optional.empty() : named(hole.group(1));
        }
        if (value.contains("{") || value.contains("}")) {
            return Optional.of("\"%s\": functions over user attributes are not evaluated yet.".formatted(value));
        }
        return NAMED.matcher(value).matches() ? named(value) : Optional.empty();
    }

    private static Optional<String> named(String reference) {
        var dot = reference.indexOf('.');
        var kind = reference.substring(0, Math.max(dot, 0));
        var attribute = reference.substring(dot + 1);
        var isAllowed = kind.equals("user") && USER.contains(attribute)
                || kind.equals("appuser") && attribute.equals("userName");
        return isAllowed
                ? Optional.empty()
                : Optional.of("\"%s\" is not offered. Use an attribute such as user.email, or ${user.userName}."
                        .formatted(reference));
    }
}
