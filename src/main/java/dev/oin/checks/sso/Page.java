package dev.oin.checks.sso;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page as it was seen.
 *
 * @param status of the answer that it came with; 0 where none is known
 */
record Page(URI url, int status, String title, String text) {

    private static final int QUOTED = 160;

    boolean isError() {
        return status >= 400;
    }

    boolean names(String words) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** Whether a person could not tell the two apart. */
    boolean looksLike(Page other) {
        return url.equals(other.url) && status == other.status && plain(text).equals(plain(other.text));
    }

    /** What it says, line by line, numbers aside. */
    Set<String> lines() {
        return text.lines().map(Page::plain).filter(line -> !line.isEmpty()).collect(Collectors.toSet());
    }

    /** The page in a few words. */
    String inWords() {
        var words = text.strip().replaceAll("\\s+", " ");
        var quoted = words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words;
        return withoutQuery()
                + (status == 0 ? "" : " (status " + status + ")")
                + (quoted.isEmpty() ? "" : ": \"" + quoted + "\"");
    }

    private String withoutQuery() {
        var address = url.toString();
        var end = address.indexOf('?');
        return end < 0 ? address : address.substring(0, end);
    }

    private static String plain(String text) {
        return text.replaceAll("[0-9]+", "0").replaceAll("\\s+", " ").strip();
    }
}
