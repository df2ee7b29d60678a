package dev.oin.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** An integration's name in addresses. */
final class Slug {

    private static final int LONGEST = 64;

    private Slug() {}

    /** A free slug made from the name. */
    static String of(String name, Predicate<String> taken) {
        var wanted = plain(name);
        var slug = wanted;
        for (int number = 2; taken.test(slug); number++) {
            slug = wanted + "-" + number;
        }
        return slug;
    }

    private static String plain(String name) {
        var ascii = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = ascii.length() > LONGEST ? ascii.substring(0, LONGEST).replaceAll("-+$", "") : ascii;
        return cut.isEmpty() ? "integration" : cut;
    }
}
