package dev.oin.catalog;

import dev.oin.kernel.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the catalog; empty text and null leave a criterion out.
 *
 * @param words each must begin a word of the entry
 * @param function something the integration does, as {@link PublicFacts#functions()} names it
 */
public record CatalogSearch(
        String words, String useCase, @Nullable Protocol protocol, String function) {

    private static final int MOST_WORDS = 8;

    public CatalogSearch {
        words = String.join(" ", terms(words));
    }

    /** Everything. */
    public static CatalogSearch all() {
        return new CatalogSearch("", "", null, "");
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return words.isEmpty() && useCase.isEmpty() && protocol == null && function.isEmpty();
    }

    /** The words as PostgreSQL matches them: all of them, each the beginning of a word. */
    String query() {
        return terms(words).stream().map(term -> "'" + term + "':*").collect(Collectors.joining(" & "));
    }

    private static List<String> terms(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(term -> !term.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
