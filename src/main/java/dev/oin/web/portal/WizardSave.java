package dev.oin.web.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A posted page of the wizard.
 *
 * @param fields the inputs, without a row that is to be removed
 * @param revision the revision that the person has seen, or wants to overwrite
 * @param base the revision that the person began with; another where somebody else saved in between, and the person was asked
 * @param opened the revision that the page showed when it was opened, whatever was saved from it since
 * @param taken keys of what both changed and of which the other's value is wanted
 * @param row the list that gets a row more; null where none does
 * @param stays whether the same page is shown again
 */
record WizardSave(
        Map<String, List<String>> fields,
        long revision,
        long base,
        long opened,
        Set<String> taken,
        @Nullable String row,
        boolean stays,
        boolean autosave) {

    private static final String TAKE = "take:";

    static WizardSave of(MultiValueMap<String, String> inputs, boolean autosave) {
        var removed = inputs.getFirst("remove");
        var fields = inputs.entrySet().stream()
                .filter(input -> removed == null || !input.getKey().startsWith(removed))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        var row = inputs.getFirst("add");
        var isKept = inputs.containsKey("keep");
        var wanted = revision(inputs.getFirst(isKept ? "keep" : "revision"));
        return new WizardSave(
                fields,
                wanted,
                isKept ? revision(inputs.getFirst("base")) : wanted,
                revision(inputs.getFirst("opened")),
                inputs.keySet().stream()
                        .filter(name -> name.startsWith(TAKE) && "theirs".equals(inputs.getFirst(name)))
                        .map(name -> name.substring(TAKE.length()))
                        .collect(Collectors.toUnmodifiableSet()),
                row,
                row != null || removed != null || isKept || inputs.containsKey("stay"),
                autosave);
    }

    private static long revision(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }
}
