package dev.oin.sandbox.saml;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.oin.submission.Saml.GroupAttribute;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Chooses groups by name; regular expressions run in linear time, because the ISV writes them. */
@Component
final class GroupFilter {

    List<String> choose(GroupAttribute attribute, List<String> groups) {
        return groups.stream().filter(matcher(attribute)).toList();
    }

    private static Predicate<String> matcher(GroupAttribute attribute) {
        var filter = attribute.filter();
        var expression = attribute.expression();
        if (filter == null || expression == null) {
            return group -> false;
        }
        return switch (filter) {
            case STARTS_WITH -> group -> group.startsWith(expression);
            case EQUALS -> group -> group.equals(expression);
            case CONTAINS -> group -> group.contains(expression);
            case MATCHES_REGEX -> regex(expression);
        };
    }

    private static Predicate<String> regex(String expression) {
        try {
            return Pattern.compile(expression)::matches;
        } catch (PatternSyntaxException wrong) {
            return group -> false;
        }
    }
}
