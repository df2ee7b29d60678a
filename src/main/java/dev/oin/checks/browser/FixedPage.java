package dev.oin.checks.browser;

import dev.oin.checks.Exchange;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells pages that stay as they are once they have loaded, since nothing in their source could run, embed another page or lead on. */
final class FixedPage {

    private static final Set<String> SIMPLE = Set.of("text/html", "text/plain");

    /** Also found in words and comments, which costs no more than a moment of waiting. */
    private static final Pattern MAY_CHANGE = Pattern.compile(
            "<script|<i?frame|<frameset|<object|<embed|<applet|http-equiv|javascript:|[\\s\"'/]on\\w+\\s*=",
            Pattern.CASE_INSENSITIVE);

    private FixedPage() {}

    /** Whether it is one; false where its source is not known as a whole. */
    static boolean is(Exchange page) {
        var source = page.responseBody();
        return source != null
                && source.length() < Exchange.BODY_LIMIT
                && page.responseHeader("refresh").isEmpty()
                && page.responseHeader("content-type")
                        .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                        .filter(SIMPLE::contains)
                        .isPresent()
                && !MAY_CHANGE.matcher(source).find();
    }
}
