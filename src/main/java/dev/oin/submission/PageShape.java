package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.submission.SaveOutcome.Misfit;
import dev.oin.submission.SaveOutcome.Misfit.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds a page's document against its fields: refuses what cannot be stored, tidies up what can. */
final class PageShape {

    private static final int MOST_ROWS = 100;

    private final Map<String, SecretChange> secrets = new HashMap<>();
    private final List<Misfit> misfits = new ArrayList<>();
    private final ValueShape values = new ValueShape(misfits);

    private PageShape() {}

    /** The tidied document, the secrets taken out of it, and what is wrong with it. */
    record Checked(ObjectNode document, Map<String, SecretChange> secrets, List<Misfit> misfits) {}

    static Checked check(WizardPage page, JsonNode document) {
        var shape = new PageShape();
        var tidy = JsonNodeFactory.instance.objectNode();
        if (document instanceof ObjectNode object) {
            shape.walk(Members.of(page), object, tidy, "", List.of());
        } else {
            shape.misfits.add(new Misfit("", "type", "The body must be a JSON object.", Kind.SHAPE));
        }
        return new Checked(tidy, Map.copyOf(shape.secrets), List.copyOf(shape.misfits));
    }

    private void walk(Members members, ObjectNode source, ObjectNode target, String path, List<Integer> rows) {
        source.fields().forEachRemaining(member -> {
            var at = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            switch (members.of(member.getKey())) {
                case null -> misfits.add(Misfit.unknown(at));
                case Members.Ignored ignored -> {}
                case Members.Leaf leaf -> leaf(leaf.field(), member.getValue(), target, member.getKey(), rows);
                case Members.Group group ->
                    group(group.members(), member.getValue(), target, member.getKey(), at, rows);
                case Members.Rows list -> rows(list, member.getValue(), target, member.getKey(), at);
            }
        });
    }

    private void leaf(Field field, JsonNode value, ObjectNode target, String name, List<Integer> rows) {
        if (field.format() == Format.SECRET) {
            secret(field, value);
            return;
        }
        var tidy = values.tidy(field, value, keyIn(field, rows));
        if (tidy != null) {
            target.set(name, tidy);
        }
    }

    private void secret(Field field, JsonNode value) {
        if (value.isNull()) {
            secrets.put(field.key(), new SecretChange.Remove());
        } else if (!value.isTextual()) {
            misfits.add(ValueShape.wrongType(field, field.key(), "text"));
        } else if (value.textValue().length() > field.maxLength()) {
            misfits.add(ValueShape.tooLong(field, field.key()));
        } else if (!value.textValue().isBlank()) {
            secrets.put(field.key(), SecretChange.set(value.textValue()));
        }
    }

    private void group(Members members, JsonNode value, ObjectNode target, String name, String at, List<Integer> rows) {
        if (value.isNull()) {
            return;
        }
        if (value instanceof ObjectNode object) {
            walk(members, object, target.putObject(name), at, rows);
        } else {
            misfits.add(new Misfit(at, at + ".type", "%s must be an object.".formatted(at), Kind.SHAPE));
        }
    }

    private void rows(Members.Rows list, JsonNode value, ObjectNode target, String name, String at) {
        if (value.isNull()) {
            return;
        }
        if (!value.isArray()) {
            misfits.add(new Misfit(at, at + ".type", "%s must be a list.".formatted(at), Kind.SHAPE));
            return;
        }
        if (value.size() > MOST_ROWS) {
            misfits.add(new Misfit(
                    at, at + ".length", "%s may have at most %d entries.".formatted(at, MOST_ROWS), Kind.VALUE));
            return;
        }
        var array = target.putArray(name);
        for (var index = 0; index < value.size(); index++) {
            var element = value.get(index);
            switch (list.element()) {
                case Members.Leaf leaf -> {
                    var tidy = values.tidy(leaf.field(), element, keyIn(leaf.field(), List.of(index)));
                    if (tidy != null) {
                        array.add(tidy);
                    }
                }
                case Members.Group group
                when element instanceof ObjectNode object -> {
                    var row = JsonNodeFactory.instance.objectNode();
                    walk(group.members(), object, row, "%s[%d]".formatted(at, index), List.of(index));
                    if (!row.isEmpty()) {
                        array.add(row);
                    }
                }
                case Members.Group group ->
                    misfits.add(new Misfit(
                            "%s[%d]".formatted(at, index), at + ".type", "Each entry must be an object.", Kind.SHAPE));
                case Members.Rows nested -> throw new IllegalStateException("A list of lists at " + at);
                case Members.Ignored ignored -> {}
            }
        }
    }

    private static String keyIn(Field field, List<Integer> rows) {
        var key = field.key();
        for (var row : rows) {
            key = key.replaceFirst("\\[]", "[%d]".formatted(row));
        }
        return key;
    }
}
