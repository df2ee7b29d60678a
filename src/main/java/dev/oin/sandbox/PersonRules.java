package dev.oin.sandbox;

import dev.oin.kernel.Problem;
import dev.oin.submission.expression.AttributeValues;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be entered about a person; pure. */
final class PersonRules {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 128;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private PersonRules() {}

    static List<Problem> problems(PersonDetails details, @Nullable String password) {
        var problems = new ArrayList<Problem>();
        name(problems, "given_name", "given name", details.givenName());
        name(problems, "family_name", "family name", details.familyName());
        if (details.email().length() > LONGEST_EMAIL
                || !EMAIL.matcher(details.email()).matches()) {
            problems.add(Problem.error("email", "email.format", "Enter an e-mail address."));
        }
        if (password != null && (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD)) {
            problems.add(Problem.error("password", "password.length", "A password has 8 to 128 characters."));
        }
        return problems;
    }

    /** Of a change of somebody. */
    static List<Problem> problems(PersonChange change) {
        var problems = new ArrayList<Problem>();
        var groups = change.groups();
        if (groups != null && !GroupNames.areOfOnePerson(groups)) {
            problems.add(Problem.error(
                    "groups", "groups.names", "A person has at most 20 groups of at most 64 characters."));
        }
        var attributes = change.attributes();
        if (attributes != null
                && (!AttributeValues.personAttributes().containsAll(attributes.keySet())
                        || attributes.values().stream()
                                .anyMatch(value -> value.length() > PersonChange.LONGEST_ATTRIBUTE))) {
            problems.add(Problem.error(
                    "attributes",
                    "attributes.unknown",
                    "Attributes are those of submission-rules 12.5, such as title, of at most 1024 characters."));
        }
        return problems;
    }

    static Problem taken() {
        return Problem.error(
                "email",
                "email.unique",
                "Another person of this sandbox has this e-mail address. Enter another, or edit that person.");
    }

    private static void name(List<Problem> problems, String field, String words, String value) {
        if (value.isBlank()) {
            problems.add(Problem.error(field, field + ".required", "Enter the " + words + "."));
        } else if (value.length() > LONGEST_NAME) {
            problems.add(Problem.error(field, field + ".length", "The " + words + " has at most 64 characters."));
        } else if (CONTROL.matcher(value).find()) {
            problems.add(Problem.error(field, field + ".format", "The " + words + " contains control characters."));
        }
    }
}
