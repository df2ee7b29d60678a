package dev.oin.web.insight;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the heat map shows, with the bounds of its five classes. */
enum HeatView {
    WAITING("Waiting now", List.of("0", "1-4", "5-9", "10-19", "20+"), "How many are at the element at this moment."),
    FREQUENCY("Frequency", List.of("0", "1-9", "10-49", "50-199", "200+"), "How many left the element in the period."),
    MEDIAN(
            "Median",
            List.of("under 1 h", "under 1 d", "under 3 d", "under 7 d", "7 d+"),
            "Half of those that left the element in the period had stayed no longer."),
    P85(
            "P85",
            List.of("under 1 h", "under 1 d", "under 3 d", "under 7 d", "7 d+"),
            "85 of 100 that left the element in the period had stayed no longer; told from 20 on.");

    private static final int[] WAITING_FROM = {1, 5, 10, 20};
    private static final int[] FREQUENCY_FROM = {1, 10, 50, 200};
    private static final Duration[] DURATION_FROM = {
        Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7)
    };

    private final String label;
    private final List<String> classes;
    private final String definition;

    HeatView(String label, List<String> classes, String definition) {
        this.label = label;
        this.classes = classes;
        this.definition = definition;
    }

    public String label() {
        return label;
    }

    public List<String> classes() {
        return classes;
    }

    public String definition() {
        return definition;
    }

    /** The class, 1 to 5, of a count. */
    int heat(int count) {
        var heat = 1;
        for (var from : this == FREQUENCY ? FREQUENCY_FROM : WAITING_FROM) {
            heat += count >= from ? 1 : 0;
        }
        return heat;
    }

    /** The class, 1 to 5, of a duration; 0 where there is none. */
    static int heat(@Nullable Duration duration) {
        if (duration == null) {
            return 0;
        }
        var heat = 1;
        for (var from : DURATION_FROM) {
            heat += duration.compareTo(from) >= 0 ? 1 : 0;
        }
        return heat;
    }
}
