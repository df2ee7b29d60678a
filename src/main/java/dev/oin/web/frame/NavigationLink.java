package dev.oin.web.frame;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the main navigation.
 *
 * @param key the keys that lead there, such as {@code g i}; null where there are none
 */
public record NavigationLink(
        String name, String path, @Nullable String key) {

    /** Whether the page at the path belongs to this entry. */
    boolean covers(String current) {
        if (path.equals("/")) {
            return current.equals("/") || current.startsWith("/submissions") || current.startsWith("/runs");
        }
        return current.equals(path) || current.startsWith(path + "/");
    }
}
