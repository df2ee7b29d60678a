package dev.oin.sandbox.saml;

import dev.oin.sandbox.Person;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Evaluates what an attribute statement's value may be (submission-rules 12.5): {@code ${user.userName}}, {@code user.<attribute>},
 * {@code ${user.<attribute>}}, {@code appuser.userName}, or a literal.
 */
@Component
final class PersonAttributes {

    private static final Pattern REFERENCE = Pattern.compile("(user|appuser)\\.([A-Za-z]+)");
    private static final Pattern HOLE = Pattern.compile("\\$\\{\\s*((?:user|appuser)\\.[A-Za-z]+)\\s*}");

    /** The value for the person; empty where the person has none. */
    Optional<String> evaluate(String value, Person person) {
        var text = value.strip();
        if (REFERENCE.matcher(text).matches()) {
            return attribute(text, person);
        }
        var filled = HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(
                        attribute(hole.group(1), person).orElse("")));
        return filled.isBlank() ? Optional.empty() : Optional.of(unquoted(filled));
    }

    private static Optional<String> attribute(String reference, Person person) {
        var name = reference.substring(reference.indexOf('.') + 1);
        return switch (name) {
            case "userName", "login", "email" -> Optional.of(person.email());
            case "firstName" -> Optional.of(person.givenName());
            case "lastName" -> Optional.of(person.familyName());
            case "displayName" -> Optional.of(person.fullName());
            default -> Optional.empty();
        };
    }

    private static String unquoted(String text) {
        var quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
