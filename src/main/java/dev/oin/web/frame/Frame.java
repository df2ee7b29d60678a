package dev.oin.web.frame;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page as the layout draws it.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param density {@code comfortable} or {@code compact}
 * @param landing where the product's name leads
 * @param viewer who reads; null when signed out
 * @param path the address of the page
 * @param unread how many notifications the viewer has not read
 */
public record Frame(
        String product,
        @Nullable String version,
        String theme,
        String density,
        Times times,
        String landing,
        List<NavigationLink> navigation,
        @Nullable Search search,
        @Nullable Viewer viewer,
        String path,
        boolean demo,
        int unread) {

    /** The themes to choose from. */
    public List<Theme> themes() {
        return List.of(new Theme("system", "System colours"), new Theme("light", "Light"), new Theme("dark", "Dark"));
    }

    /** The zone that times are shown in. */
    public ZoneId zone() {
        return times.zone();
    }

    /** Whether the page belongs to the entry of the navigation. */
    public boolean isHere(NavigationLink link) {
        return link.covers(path);
    }

    /** Who reads the page. */
    public record Viewer(String name, String email, String role) {}

    /** What the header's search looks through. */
    public record Search(String path, String parameter, String what) {}

    /** A theme and its name. */
    public record Theme(String value, String label) {}
}
