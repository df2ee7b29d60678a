package dev.oin.web.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way to a page.
 *
 * @param path where it leads; null for the page itself
 */
public record Crumb(String name, @Nullable String path) {

    /** The way from one parent to the page. */
    public static List<Crumb> trail(String parent, String path, String here) {
        return List.of(new Crumb(parent, path), new Crumb(here, null));
    }
}
