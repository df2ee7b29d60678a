package dev.oin.submission;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All fields of the wizard's pages 1 to 3, in the order of their pages. */
public final class Fields {

    private static final List<Field> ALL = Stream.of(
                    CatalogFields.ALL, SignOnFields.ALL, ScimFields.ALL, EntitlementFields.ALL, TestFields.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Field::section))
            .toList();

    private static final List<FieldList> LISTS = Stream.of(
                    CatalogFields.LISTS, SignOnFields.LISTS, ScimFields.LISTS, EntitlementFields.LISTS)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Field> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Field::key, Function.identity()));

    private Fields() {}

    /** All fields. */
    public static List<Field> all() {
        return ALL;
    }

    /** The section's fields. */
    public static List<Field> of(Section section) {
        return ALL.stream().filter(field -> field.section() == section).toList();
    }

    /** The page's fields. */
    public static List<Field> of(WizardPage page) {
        return ALL.stream().filter(field -> field.section().page() == page).toList();
    }

    /** The field with the key, which exists; an index in brackets is looked past: {@code variables[2].name}. */
    public static Field get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("No field " + key));
    }

    /** The field with the key, if there is one. */
    public static Optional<Field> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key.replaceAll("\\[\\d+]", "[]")));
    }

    /** The lists of rows and values. */
    public static List<FieldList> lists() {
        return LISTS;
    }

    /** The list with the key, without brackets. */
    public static Optional<FieldList> list(String key) {
        return LISTS.stream().filter(list -> list.key().equals(key)).findFirst();
    }

    /** The page on which a problem's field stands; page 1 where it names none. */
    public static WizardPage pageOf(String problemField) {
        return find(problemField)
                .map(Field::section)
                .or(() -> list(problemField.replaceAll("\\[\\d*].*$", "")).map(FieldList::section))
                .map(Section::page)
                .orElse(WizardPage.PROTOCOLS);
    }
}
