package dev.oin.web.portal;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The manual plan's short forms, spelled out for those who work through it. */
final class ManualPlanWords {

    private static final Map<String, String> BEFORE = Map.of(
            "A", "the app is added",
            "E", "provisioning is enabled",
            "U", "a user is assigned",
            "G", "a group with members is assigned",
            "M", "its members are provisioned",
            "P", "a group is pushed",
            "R+", "app groups are renamed to match",
            "R-", "app groups are not renamed");

    private ManualPlanWords() {}

    /** What has to be so before a case; empty where nothing has. */
    static String before(String codes) {
        return codes.isBlank() || codes.equals("-")
                ? ""
                : Arrays.stream(codes.split(",\\s*"))
                        .map(code -> BEFORE.getOrDefault(code, code.matches("C\\d+") ? code + " is done" : code))
                        .collect(Collectors.joining(", "));
    }

    /** The same, beginning with a capital letter. */
    static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
