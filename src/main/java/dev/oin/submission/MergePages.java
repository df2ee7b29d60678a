package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what two people made of the same page: what one of them changed is taken, what both changed is asked for;
 * in lists row by row.
 */
public final class MergePages {

    private MergePages() {}

    /** Who changed a value. */
    public enum Side {
        MINE,
        THEIRS,
        BOTH;

        /** Null where nobody did, or both in the same way. */
        static @Nullable Side of(@Nullable JsonNode before, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
            if (Objects.equals(mine, theirs)) {
                return null;
            }
            return Objects.equals(mine, before) ? THEIRS : Objects.equals(theirs, before) ? MINE : BOTH;
        }
    }

    /**
     * A value that differs between the two.
     *
     * @param key the field's key, or that of a list with the row's number
     * @param mine empty where the person has nothing there
     */
    public record Part(String key, String label, Side side, String mine, String theirs) {}

    /** The parts in which the typed page and the saved one differ, in the order of the page. */
    public static List<Part> parts(WizardPage page, Content base, JsonNode typed, Content saved) {
        var was = document(page, base);
        var mine = whole(page, typed);
        var theirs = document(page, saved);
        var parts = new ArrayList<Part>();
        for (var unit : units(page)) {
            var own = unit.in(mine);
            var other = unit.in(theirs);
            if (unit.rows()) {
                MergeRows.of(unit.in(was), own, other)
                        .forEach(row -> rowPart(unit, row, own, other).ifPresent(parts::add));
            } else {
                var side = Side.of(unit.in(was), own, other);
                if (side != null) {
                    parts.add(new Part(unit.key(), unit.label(), side, words(own), words(other)));
                }
            }
        }
        return parts;
    }

    private static Optional<Part> rowPart(Unit list, MergeRows.Row row, JsonNode own, JsonNode other) {
        var side = row.side();
        return side == null
                ? Optional.empty()
                : Optional.of(new Part(
                        keyOf(list, row),
                        row.place() < 0
                                ? list.label() + ", added row"
                                : "%s, row %d".formatted(list.label(), row.place() + 1),
                        side,
                        words(rowAt(own, row.mine())),
                        words(rowAt(other, row.theirs()))));
    }

    private static String keyOf(Unit list, MergeRows.Row row) {
        return "%s[%d]".formatted(list.key(), row.place());
    }

    private static JsonNode rowAt(JsonNode list, @Nullable Integer number) {
        return number == null ? MissingNode.getInstance() : list.path(number);
    }

    /**
     * The page with both people's changes.
     *
     * @param taken keys of the parts of which the saved value is wanted, where both changed it
     */
    public static ObjectNode merged(WizardPage page, Content base, JsonNode typed, Content saved, Set<String> taken) {
        var merged = (ObjectNode) typed.deepCopy();
        var was = document(page, base);
        var mine = whole(page, typed);
        var theirs = document(page, saved);
        for (var unit : units(page)) {
            var own = unit.in(mine);
            var other = unit.in(theirs);
            if (unit.rows()) {
                var rows = MergeRows.of(unit.in(was), own, other);
                if (rows.stream().anyMatch(row -> row.side() != null)) {
                    put(merged, unit.path(), rows(unit, rows, asTyped(merged, unit, own), other, taken));
                }
            } else {
                var side = Side.of(unit.in(was), own, other);
                if (side == Side.THEIRS || (side == Side.BOTH && taken.contains(unit.key()))) {
                    put(merged, unit.path(), other);
                }
            }
        }
        return merged;
    }

    private static JsonNode rows(Unit list, List<MergeRows.Row> rows, JsonNode own, JsonNode other, Set<String> taken) {
        var merged = JsonNodeFactory.instance.arrayNode();
        for (var row : rows) {
            var isTheirs = row.side() == Side.THEIRS || (row.side() == Side.BOTH && taken.contains(keyOf(list, row)));
            var kept = isTheirs ? rowAt(other, row.theirs()) : rowAt(own, row.mine());
            if (!kept.isMissingNode()) {
                merged.add(kept);
            }
        }
        return merged;
    }

    /** What was typed and cannot be stored stays, for its message; a blank row does not. */
    private static JsonNode asTyped(ObjectNode typed, Unit list, JsonNode own) {
        var raw = at(typed, list.path());
        return raw.size() == own.size() ? raw : own;
    }

    /**
     * A field, or a list.
     *
     * @param box whether it is a box: not ticked is the same as never looked at
     * @param rows whether it is a list, whose rows are looked at one by one
     */
    private record Unit(String key, String label, String path, boolean box, boolean rows) {

        JsonNode in(JsonNode root) {
            var value = at(root, path);
            return box && value.isBoolean() && !value.booleanValue() ? MissingNode.getInstance() : value;
        }
    }

    private static List<Unit> units(WizardPage page) {
        return Stream.concat(
                        Fields.of(page).stream()
                                .filter(field -> !field.isInList()
                                        && field.format() != Format.SECRET
                                        && field.format() != Format.IMAGE
                                        && field.format() != Format.CONSTANT)
                                .map(field -> new Unit(field.key(), field.label(), field.path(), isBox(field), false)),
                        Fields.lists().stream()
                                .filter(list -> list.section().page() == page)
                                .map(list -> new Unit(list.key(), list.label(), list.key(), false, true)))
                .toList();
    }

    private static boolean isBox(Field field) {
        return field.format() == Format.YES_NO && field.need() != Need.ALWAYS;
    }

    private static ObjectNode document(WizardPage page, Content content) {
        return whole(
                page,
                switch (page) {
                    case PROTOCOLS, TESTING -> ContentJson.tree(content).retain("protocols");
                    case CONFIGURATION -> ContentJson.tree(content.configuration());
                    case TEST_INFORMATION -> ContentJson.tree(content.testInformation());
                });
    }

    /** With what is chosen beforehand where nothing was. */
    private static ObjectNode whole(WizardPage page, JsonNode document) {
        var checked = PageShape.check(page, document).document();
        return switch (page) {
            case PROTOCOLS, TESTING -> checked;
            case CONFIGURATION -> ContentJson.tree(ContentJson.read(checked, Configuration.class));
            case TEST_INFORMATION -> ContentJson.tree(ContentJson.read(checked, TestInformation.class));
        };
    }

    private static JsonNode at(JsonNode root, String path) {
        var node = root;
        for (var name : path.split("\\.")) {
            node = node.path(name);
        }
        return node.isContainerNode() && node.isEmpty() ? MissingNode.getInstance() : node;
    }

    private static void put(ObjectNode root, String path, JsonNode value) {
        var names = List.of(path.split("\\."));
        var at = root;
        for (var name : names.subList(0, names.size() - 1)) {
            at = at.withObjectProperty(name);
        }
        if (value.isMissingNode()) {
            at.remove(names.getLast());
        } else {
            at.set(names.getLast(), value);
        }
    }

    private static String words(JsonNode node) {
        if (node.isMissingNode()) {
            return "";
        }
        return switch (node.getNodeType()) {
            case ARRAY ->
                StreamSupport.stream(node.spliterator(), false)
                        .map(MergePages::words)
                        .collect(Collectors.joining("\n"));
            case OBJECT ->
                node.properties().stream()
                        .map(member -> words(member.getValue()))
                        .collect(Collectors.joining(" | "));
            default -> node.asText();
        };
    }
}
