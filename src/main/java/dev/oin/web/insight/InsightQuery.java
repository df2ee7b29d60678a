package dev.oin.web.insight;

import dev.oin.insight.Slice;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a reader looks at, completely in the address; what is not known there falls back to the usual.
 *
 * @param items which items are opened; null for none
 * @param process the model's key, or {@code phase}, of the number that is opened
 * @param element the element or phase of the number that is opened
 * @param week the Monday of the week that is opened; null for the whole period
 */
public record InsightQuery(
        HeatView view,
        int days,
        @Nullable Protocol protocol,
        @Nullable SubmissionKind kind,
        @Nullable Integer round,
        @Nullable ItemSet items,
        @Nullable String process,
        @Nullable String element,
        @Nullable LocalDate week) {

    static final List<Integer> PERIODS = List.of(7, 30, 90, 365);
    private static final int USUAL_PERIOD = 90;

    /** Reads the parameters of an address. */
    public static InsightQuery of(Map<String, String> parameters) {
        return new InsightQuery(
                word(parameters, "view", HeatView.values()).orElse(HeatView.WAITING),
                number(parameters, "days").filter(PERIODS::contains).orElse(USUAL_PERIOD),
                word(parameters, "protocol", Protocol.values()).orElse(null),
                word(parameters, "kind", SubmissionKind.values()).orElse(null),
                number(parameters, "round")
                        .filter(round -> round >= 1 && round <= 3)
                        .orElse(null),
                word(parameters, "items", ItemSet.values()).orElse(null),
                parameters.get("process"),
                parameters.get("element"),
                date(parameters));
    }

    /** Which parameters of the address were not understood. */
    public List<String> ignored(Map<String, String> given) {
        var understood = new LinkedHashMap<String, @Nullable Object>();
        understood.put("view", view);
        understood.put("days", days);
        understood.put("protocol", protocol);
        understood.put("kind", kind);
        understood.put("round", round);
        understood.put("items", items);
        understood.put("week", week);
        return understood.entrySet().stream()
                .filter(entry -> !given.getOrDefault(entry.getKey(), "").isBlank())
                .filter(entry -> entry.getValue() == null
                        || !entry.getValue().toString().equalsIgnoreCase(given.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The part of the work that is looked at. */
    public Slice slice() {
        return new Slice(days, protocol, kind == null ? null : kind.name(), round);
    }

    /** The same with other items opened. */
    InsightQuery opening(ItemSet set, @Nullable String process, @Nullable String element) {
        return new InsightQuery(view, days, protocol, kind, round, set, process, element, null);
    }

    InsightQuery openingWeek(ItemSet set, LocalDate week) {
        return new InsightQuery(view, days, protocol, kind, round, set, null, null, week);
    }

    InsightQuery seenAs(HeatView other) {
        return new InsightQuery(other, days, protocol, kind, round, null, null, null, null);
    }

    /** The address of this look at the page. */
    public String at(String page) {
        var address = UriComponentsBuilder.fromPath(page);
        parameters().forEach(address::queryParam);
        return address.encode().build().toUriString();
    }

    private Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        if (view != HeatView.WAITING) {
            parameters.put("view", lower(view));
        }
        if (days != USUAL_PERIOD) {
            parameters.put("days", days);
        }
        put(parameters, "protocol", protocol == null ? null : lower(protocol));
        put(parameters, "kind", kind == null ? null : lower(kind));
        put(parameters, "round", round);
        put(parameters, "items", items == null ? null : lower(items));
        put(parameters, "process", process);
        put(parameters, "element", element);
        put(parameters, "week", week);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> word(Map<String, String> parameters, String name, E[] words) {
        var given = parameters.getOrDefault(name, "");
        return Arrays.stream(words)
                .filter(word -> word.name().equalsIgnoreCase(given))
                .findFirst();
    }

    private static Optional<Integer> number(Map<String, String> parameters, String name) {
        var given = parameters.getOrDefault(name, "");
        return given.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(given)) : Optional.empty();
    }

    private static @Nullable LocalDate date(Map<String, String> parameters) {
        try {
            return LocalDate.parse(parameters.getOrDefault("week", ""));
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
