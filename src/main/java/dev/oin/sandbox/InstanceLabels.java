package dev.oin.sandbox;

import dev.oin.kernel.IntegrationId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What an instance is called that was given no label: the integration's name, with a number where another instance has it, so that people can tell them apart. */
@Component
public class InstanceLabels {

    static final int LONGEST = 100;

    private final InstanceRows rows;

    InstanceLabels(InstanceRows rows) {
        this.rows = rows;
    }

    /** A label that none of the integration's instances has. */
    public String free(IntegrationId integration, String name) {
        var taken = rows.of(integration).stream().map(Instance::label).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, taken.size() + 1)
                .mapToObj(number -> numbered(name.strip(), number))
                .filter(label -> !taken.contains(label))
                .findFirst()
                .orElseThrow();
    }

    private static String numbered(String name, int number) {
        var end = number == 1 ? "" : " " + number;
        return (name.substring(0, Math.min(name.length(), LONGEST - end.length()))
                                .strip()
                        + end)
                .strip();
    }
}
