package dev.oin.web.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A posted page of the wizard.
 *
 * @param fields the inputs, without a row that is to be removed
 * @param revision the revision that the person has seen, or wants to overwrite
 * @param row the list that gets a row more; null where none does
 * @param stays whether the same page is shown again
 */
record WizardSave(
        Map<String, List<String>> fields,
        long revision,
        @Nullable String row,
        boolean stays,
        boolean autosave) {

    static WizardSave of(MultiValueMap<String, String> inputs, boolean autosave) {
        var removed = inputs.getFirst("remove");
        var fields = inputs.entrySet().stream()
                .filter(input -> removed == null || !input.getKey().startsWith(removed))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        var row = inputs.getFirst("add");
        return new WizardSave(
                fields,
                revision(inputs.containsKey("keep") ? inputs.getFirst("keep") : inputs.getFirst("revision")),
                row,
                row != null || removed != null || inputs.containsKey("stay"),
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
