package dev.oin.web.api;

import dev.oin.submission.Field;
import dev.oin.submission.Fields;
import dev.oin.submission.Format;
import dev.oin.submission.WizardPage;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Describes the documents of the wizard's pages, from the fields themselves. */
final class PageSchemas {

    private PageSchemas() {}

    /** The document of the page. */
    static Schema<?> of(WizardPage page) {
        return of(page, field -> true);
    }

    /** The document of the page with those fields only. */
    static Schema<?> of(WizardPage page, Predicate<Field> fields) {
        var root = object();
        for (var field : Fields.of(page)) {
            if (field.format() != Format.IMAGE && fields.test(field)) {
                add(root, field.path().split("\\."), 0, field);
            }
        }
        return root;
    }

    private static void add(Schema<?> parent, String[] path, int depth, Field field) {
        var isList = path[depth].endsWith("[]");
        var name = path[depth].replace("[]", "");
        if (depth == path.length - 1) {
            parent.getProperties().put(name, isList ? new ArraySchema().items(leaf(field)) : leaf(field));
            return;
        }
        var there = parent.getProperties()
                .computeIfAbsent(name, none -> isList ? new ArraySchema().items(object()) : object());
        add(there instanceof ArraySchema rows ? rows.getItems() : there, path, depth + 1, field);
    }

    private static Schema<?> leaf(Field field) {
        Schema<?> schema = switch (field.format()) {
            case NUMBER -> new IntegerSchema();
            case YES_NO -> new BooleanSchema();
            case CHOICES -> new ArraySchema().items(words(field));
            case CHOICE, CONSTANT -> words(field);
            default -> new StringSchema();
        };
        if (field.maxLength() > 0) {
            schema.setMaxLength(field.maxLength());
        }
        if (field.format() == Format.SECRET) {
            schema.setWriteOnly(true);
        }
        if (field.format() == Format.CONSTANT) {
            schema.setReadOnly(true);
        }
        if (!field.help().good().isEmpty()) {
            schema.setExample(field.help().good());
        }
        return schema.title(field.label()).description(field.help().purpose());
    }

    private static Schema<?> words(Field field) {
        var schema = new StringSchema();
        field.choices().forEach(choice -> schema.addEnumItem(choice.value()));
        return schema;
    }

    private static Schema<?> object() {
        var schema = new ObjectSchema();
        Map<String, Schema> members = new LinkedHashMap<>();
        schema.setProperties(members);
        schema.setAdditionalProperties(false);
        return schema;
    }
}
