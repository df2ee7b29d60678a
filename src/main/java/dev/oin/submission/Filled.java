package dev.oin.submission;

import dev.oin.kernel.Protocol;

/** How much of a submission's content was filled in. */
public final class Filled {

    private Filled() {}

    /** How many values the protocol's sections hold. */
    public static int of(Content content, Protocol protocol) {
        var values = new FieldValues(content);
        return (int) Fields.all().stream()
                .filter(field -> field.section().belongsTo(protocol))
                .flatMap(field -> values.of(field).stream())
                .filter(value -> !value.isMissing())
                .count();
    }
}
