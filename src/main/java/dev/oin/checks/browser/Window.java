package dev.oin.checks.browser;

import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A window and what its session tells of the page in it. */
final class Window {

    private final String target;
    private final String session;
    private final Set<String> readable = new HashSet<>();
    private final Set<String> loaded = new HashSet<>();
    private String url = "about:blank";
    private @Nullable String page;
    private @Nullable Long world;

    Window(String target, String session) {
        this.target = target;
        this.session = session;
    }

    /** Its id, which is that of its outermost frame, too. */
    String target() {
        return target;
    }

    String session() {
        return session;
    }

    synchronized void hear(String event, Map<String, Object> parameters) {
        switch (event) {
            case "Page.frameNavigated" -> arrive(Wire.map(parameters, "frame"));
            case "Page.navigatedWithinDocument" -> {
                if (target.equals(Wire.text(parameters, "frameId"))) {
                    url = Wire.required(parameters, "url");
                }
            }
            case "Page.frameStoppedLoading" -> stop(Wire.text(parameters, "frameId"));
            case "Page.lifecycleEvent" -> live(Wire.required(parameters, "name"), Wire.text(parameters, "loaderId"));
            default -> {}
        }
    }

    /** The address of a page that could not be reached is none that the window came to. */
    private void arrive(Map<String, Object> frame) {
        if (!target.equals(Wire.text(frame, "id"))) {
            return;
        }
        page = Wire.text(frame, "loaderId");
        world = null;
        if (Wire.text(frame, "unreachableUrl") == null) {
            var fragment = Wire.text(frame, "urlFragment");
            url = Wire.required(frame, "url") + (fragment == null ? "" : fragment);
        }
    }

    /** A page that begins to lead elsewhere, to where no page is, gets no further: it is there as far as it came. */
    private void stop(@Nullable String frame) {
        if (target.equals(frame) && page != null) {
            readable.add(page);
            loaded.add(page);
        }
    }

    private void live(String name, @Nullable String of) {
        switch (name) {
            case "DOMContentLoaded" -> readable.add(String.valueOf(of));
            case "load" -> loaded.add(String.valueOf(of));
            default -> {}
        }
    }

    synchronized URI url() {
        return Addresses.lenient(url);
    }

    /** Which load the page on display came with; null before the first. */
    synchronized @Nullable String page() {
        return page;
    }

    /** Whether the page of that load can be read, or a third one has taken the place of both. */
    synchronized boolean isReadableOrReplaced(String load, @Nullable String before) {
        return readable.contains(load) || page != null && !page.equals(load) && !page.equals(before);
    }

    /** Whether the page of that load has loaded what it is made of. */
    synchronized boolean isLoaded(String load) {
        return loaded.contains(load);
    }

    /** Where scripts of ours run on the page on display; null where there is no such place yet. */
    synchronized @Nullable Long world() {
        return world;
    }

    synchronized void keepWorld(long made) {
        world = made;
    }

    synchronized void forgetWorld() {
        world = null;
    }
}
