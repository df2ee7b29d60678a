package dev.oin.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that an object may have. */
record Members(Map<String, Member> byName) {

    sealed interface Member {}

    record Leaf(Field field) implements Member {}

    record Group(Members members) implements Member {}

    record Rows(Member element) implements Member {}

    /** Read-only in answers; sent back, it means nothing. */
    record Ignored() implements Member {}

    static Members of(WizardPage page) {
        var root = new Members(new LinkedHashMap<>());
        for (var field : Fields.of(page)) {
            if (field.format() != Format.IMAGE) {
                root.add(field.path().split("\\."), 0, field);
            }
        }
        return root;
    }

    @Nullable
    Member of(String name) {
        return byName.get(name);
    }

    private void add(String[] path, int depth, Field field) {
        var isList = path[depth].endsWith("[]");
        var name = isList ? path[depth].substring(0, path[depth].length() - 2) : path[depth];
        if (depth == path.length - 1) {
            byName.put(name, isList ? new Rows(new Leaf(field)) : new Leaf(field));
            if (field.format() == Format.SECRET) {
                byName.put(name + "_set", new Ignored());
            }
        } else {
            nested(name, isList).add(path, depth + 1, field);
        }
    }

    private Members nested(String name, boolean isList) {
        var fresh = new Group(new Members(new LinkedHashMap<>()));
        var there = byName.computeIfAbsent(name, none -> isList ? new Rows(fresh) : fresh);
        return switch (there) {
            case Group group -> group.members();
            case Rows(Group group) -> group.members();
            case Rows rows -> throw new IllegalStateException("No rows of objects: " + name);
            case Leaf leaf -> throw new IllegalStateException("No group: " + name);
            case Ignored ignored -> throw new IllegalStateException("No group: " + name);
        };
    }
}
