package dev.oin.web.api;

import dev.oin.web.problems.Problems;
import dev.oin.web.problems.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ETag of a submission: its revision, quoted. */
public final class Etag {

    private static final Pattern FORM = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private Etag() {}

    /** What an {@code If-Match} header says. */
    sealed interface IfMatch {

        /** The revision that the caller has seen. */
        record Revision(long number) implements IfMatch {}

        /** Nothing that can be used. */
        record Unusable(Refusal refusal) implements IfMatch {}
    }

    /** Reads the header. */
    static IfMatch read(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new IfMatch.Unusable(Problems.preconditionRequired());
        }
        var match = FORM.matcher(header.strip());
        return match.matches()
                ? new IfMatch.Revision(Long.parseLong(match.group(1)))
                : new IfMatch.Unusable(Problems.malformed(
                        "If-Match must hold one ETag as it was given, such as \"7\" in double quotes.", List.of()));
    }

    /** The header's value for the revision. */
    public static String of(long revision) {
        return "\"" + revision + "\"";
    }
}
