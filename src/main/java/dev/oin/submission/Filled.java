package dev.oin.submission;

import dev.oin.kernel.Protocol;
import java.util.List;
import java.util.Set;

/** How much of a submission's content was filled in. */
public final class Filled {

    private Filled() {}

    /** How many values the protocol's sections hold beyond what is chosen beforehand. */
    public static int of(Content content, Protocol protocol) {
        var protocols = Set.of(protocol);
        var untouched = values(Content.of(protocols).begun(), protocol);
        return (int) values(content, protocol).stream()
                .filter(value -> !untouched.contains(value))
                .count();
    }

    private static List<FieldValues.Located> values(Content content, Protocol protocol) {
        var values = new FieldValues(content);
        return Fields.all().stream()
                .filter(field -> field.section().belongsTo(protocol))
                .flatMap(field -> values.of(field).stream())
                .filter(value -> !value.isMissing())
                .toList();
    }
}
