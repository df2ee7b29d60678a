package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Brings together what two people made of the same page: what one of them changed is taken, what both changed is asked for. Lists count as one value.
 */
public final class MergePages {

    private MergePages() {}

    /** Who changed a value. */
    public enum Side {
        MINE,
        THEIRS,
        BOTH
    }

    /**
     * A value that differs between the two.
     *
     * @param key the field's key, or the list's
     */
    public record Part(String key, String label, Side side, String mine, String theirs) {}

    /** The parts in which the typed page and the saved one differ, in the order of the page. */
    public static List<Part> parts(WizardPage page, Content base, JsonNode typed, Content saved) {
        var was = document(page, base);
        var mine = whole(page, typed);
        var theirs = document(page, saved);
        var parts = new ArrayList<Part>();
        for (var unit : units(page)) {
            var before = unit.in(was);
            var own = unit.in(mine);
            var other = unit.in(theirs);
            if (!own.equals(other)) {
                var side = own.equals(before) ? Side.THEIRS : other.equals(before) ? Side.MINE : Side.BOTH;
                parts.add(new Part(unit.key(), unit.label(), side, words(own), words(other)));
            }
        }
        return parts;
    }

    /**
     * The page with both people's changes.
     *
     * @param taken keys of the parts of which the saved value is wanted, where both changed it
     */
    public static ObjectNode merged(WizardPage page, Content base, JsonNode typed, Content saved, Set<String> taken) {
        var merged = (ObjectNode) typed.deepCopy();
        var theirs = document(page, saved);
        var units = units(page);
        for (var part : parts(page, base, typed, saved)) {
            if (part.side() == Side.THEIRS || part.side() == Side.BOTH && taken.contains(part.key())) {
                var path = units.stream()
                        .filter(unit -> unit.key().equals(part.key()))
                        .map(Unit::path)
                        .findFirst()
                        .orElseThrow();
                put(merged, path, at(theirs, path));
            }
        }
        return merged;
    }

    /**
     * A field, or a list as a whole.
     *
     * @param box whether it is a box: not ticked is the same as never looked at
     */
    private record Unit(String key, String label, String path, boolean box) {

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
                                .map(field -> new Unit(field.key(), field.label(), field.path(), isBox(field))),
                        Fields.lists().stream()
                                .filter(list -> list.section().page() == page)
                                .map(list -> new Unit(list.key(), list.label(), list.key(), false)))
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
