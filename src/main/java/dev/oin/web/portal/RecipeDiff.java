package dev.oin.web.portal;

import dev.oin.web.portal.SignInRecipePage.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a proposed recipe changes, field by field. */
final class RecipeDiff {

    private RecipeDiff() {}

    /** A field with both values; empty for none. */
    record Line(String name, String now, String proposed) {}

    static List<Line> of(Form now, Form proposed) {
        var lines = new ArrayList<Line>();
        add(lines, "Address of success", now.url(), proposed.url());
        add(lines, "Selector of success", now.selector(), proposed.selector());
        add(lines, "Text of success", now.text(), proposed.text());
        add(lines, "A page that needs a session", now.protectedUrl(), proposed.protectedUrl());
        add(lines, "Steps to the sign-in", now.before(), proposed.before());
        add(lines, "How the app signs out", now.signOut(), proposed.signOut());
        return lines;
    }

    private static void add(List<Line> lines, String name, @Nullable String now, @Nullable String proposed) {
        var before = Objects.requireNonNullElse(now, "");
        var after = Objects.requireNonNullElse(proposed, "");
        if (!before.equals(after)) {
            lines.add(new Line(name, before, after));
        }
    }

    /** The form as it can be kept until the next page. */
    static LinkedHashMap<String, String> kept(Form form) {
        var kept = new LinkedHashMap<String, String>();
        put(kept, "url", form.url());
        put(kept, "selector", form.selector());
        put(kept, "text", form.text());
        put(kept, "protectedUrl", form.protectedUrl());
        put(kept, "before", form.before());
        put(kept, "signOut", form.signOut());
        return kept;
    }

    private static void put(Map<String, String> kept, String name, @Nullable String value) {
        if (value != null) {
            kept.put(name, value);
        }
    }

    static Form form(Map<?, ?> kept) {
        return new Form(
                text(kept, "url"),
                text(kept, "selector"),
                text(kept, "text"),
                text(kept, "protectedUrl"),
                text(kept, "before"),
                text(kept, "signOut"));
    }

    private static @Nullable String text(Map<?, ?> kept, String name) {
        return kept.get(name) instanceof String text ? text : null;
    }
}
