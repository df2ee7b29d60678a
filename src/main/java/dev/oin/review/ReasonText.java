package dev.oin.review;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that reviewers use again for a rule or check.
 *
 * @param text may hold placeholders: {@code {name}}, {@code {version}}, {@code {check}}, {@code {expected}}, {@code {seen}}
 */
public record ReasonText(UUID id, String check, String label, String text) {

    /** The longest label. */
    public static final int LABEL_LIMIT = 120;

    /** A placeholder, with the one word before it that introduces it. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(\\b\\w+: )?\\{([a-z]+)}");

    /** The text for a submission; an empty value takes its introduction along, an unknown placeholder stays. */
    public ReasonText filled(Map<String, String> values) {
        var filled = PLACEHOLDER.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(2));
            var introduction = found.group(1) == null ? "" : found.group(1);
            return Matcher.quoteReplacement(
                    value == null ? found.group() : value.isEmpty() ? "" : introduction + value);
        });
        return new ReasonText(id, check, label, filled.replaceAll(" {2,}", " ").strip());
    }
}
