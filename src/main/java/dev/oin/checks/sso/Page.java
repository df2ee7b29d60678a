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
        return names(text, words);
    }

    /** Whether the text has the words, in any letter case. */
    static boolean names(String text, String words) {
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

    /** The lines that the other page does not have. */
    String saidBeyond(Page other) {
        var known = other.lines();
        return text.lines()
                .filter(line -> !line.isBlank() && !known.contains(plain(line)))
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** The page in a few words. */
    String inWords() {
        var words = quoted(text);
        return address()
                + (status == 0 ? "" : " (status " + status + ")")
                + (words.isEmpty() ? "" : ": \"" + words + "\"");
    }

    /** The beginning of a text on one line. */
    static String quoted(String text) {
        var words = text.strip().replaceAll("\\s+", " ");
        return words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words;
    }

    /** Where it is, without what only one request needs. */
    String address() {
        var address = url.toString();
        var end = address.indexOf('?');
        return end < 0 ? address : address.substring(0, end);
    }

    private static String plain(String text) {
        return text.replaceAll("[0-9]+", "0").replaceAll("\\s+", " ").strip();
    }
}
