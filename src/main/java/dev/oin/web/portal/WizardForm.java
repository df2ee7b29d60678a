package dev.oin.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Content;
import dev.oin.submission.Field;
import dev.oin.submission.FieldList;
import dev.oin.submission.Fields;
import dev.oin.submission.Format;
import dev.oin.submission.Section;
import dev.oin.submission.WizardPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the wizard as a form: its fields with their values and problems, by key.
 *
 * @param document the page's document, as saved or as it was just typed
 * @param locked whether nothing can be changed
 * @param open keys of fields that can be changed although the rest is locked
 * @param secrets keys of secrets that are stored
 * @param preview what the page's expressions come to
 * @param extraRow key of the list that shows one empty row more; null where none does
 */
record WizardForm(
        Content content,
        ObjectNode document,
        List<ProblemView> problems,
        boolean locked,
        Set<String> open,
        Set<String> secrets,
        PagePreview preview,
        @Nullable String extraRow) {

    /** Whether the protocol was chosen. */
    public boolean has(String protocol) {
        return content.has(Protocol.valueOf(protocol));
    }

    /** The field with the key. */
    public FieldView field(String key) {
        var field = Fields.get(key);
        return view(field, key, at(field.path()));
    }

    /** Whether something was entered in a field whose key begins so. */
    public boolean filled(String prefix) {
        return Fields.all().stream()
                .filter(field -> field.key().startsWith(prefix))
                .map(field -> field(field.key()).value())
                .anyMatch(value -> !value.isEmpty() && !value.equals("false"));
    }

    /** The list with the key. */
    public RowsView rows(String key) {
        var list = Fields.list(key).orElseThrow(() -> new IllegalArgumentException("No list " + key));
        var fields = Fields.all().stream()
                .filter(field -> field.key().startsWith(key + "[]") && field.format() != Format.CONSTANT)
                .toList();
        var nodes = at(key);
        var count =
                Math.max(nodes == null ? 0 : nodes.size(), list.required() ? 1 : 0) + (key.equals(extraRow) ? 1 : 0);
        var rows = IntStream.range(0, count)
                .mapToObj(index -> row(list, fields, Integer.toString(index), nodes == null ? null : nodes.get(index)))
                .toList();
        return new RowsView(list, rows, row(list, fields, "__n__", null), problemsOf(key), locked);
    }

    /** All fields of the page as they stand, for an answer to a save. */
    List<FieldView> all(WizardPage page) {
        var views = new ArrayList<FieldView>();
        for (var field : Fields.all()) {
            if (!field.isInList() && isOn(page, field.section())) {
                views.add(view(field, field.key(), at(field.path())));
            }
        }
        lists(page).forEach(list -> list.rows().forEach(row -> views.addAll(row.cells())));
        return views;
    }

    /** All lists of the page. */
    List<RowsView> lists(WizardPage page) {
        return Fields.lists().stream()
                .filter(list -> isOn(page, list.section()))
                .map(list -> rows(list.key()))
                .toList();
    }

    /** Where each variable is used. */
    public List<PagePreview.VariableUse> uses() {
        return preview.uses();
    }

    private boolean isOn(WizardPage page, Section section) {
        return section.page() == page && section.appliesTo(content);
    }

    private RowsView.Row row(FieldList list, List<Field> fields, String number, @Nullable JsonNode node) {
        var cells = fields.stream()
                .map(field -> {
                    var name = field.key().substring(list.key().length() + 2);
                    var value = name.isEmpty() ? node : at(node, name.substring(1));
                    return view(field, list.key() + "[" + number + "]" + name, value);
                })
                .toList();
        return new RowsView.Row(list.key() + "[" + number + "]", cells);
    }

    private FieldView view(Field field, String key, @Nullable JsonNode value) {
        return new FieldView(
                field,
                key,
                value,
                problemsOf(key),
                field.need().isRequiredIn(content),
                locked && !open.contains(field.key()),
                secrets.contains(field.key()),
                preview.byKey().get(key));
    }

    private List<ProblemView> problemsOf(String key) {
        return problems.stream().filter(problem -> problem.field().equals(key)).toList();
    }

    private @Nullable JsonNode at(String path) {
        return at(document, path);
    }

    private static @Nullable JsonNode at(@Nullable JsonNode root, String path) {
        var node = root;
        for (var name : path.split("\\.")) {
            node = node == null ? null : node.get(name);
        }
        return node;
    }
}
