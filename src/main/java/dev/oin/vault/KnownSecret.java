package dev.oin.vault;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value that is known to be secret, taken out of texts however they write it. */
final class KnownSecret {

    private static final String ALONE = "(?<=[=\">])%s(?=[&\"<\\s]|$)";
    private static final int SHORTEST = 4;

    private final String value;
    private final Readings readings;
    private @Nullable Pattern spellings;

    KnownSecret(Secret secret) {
        this.value = secret.reveal();
        this.readings = Readings.of(value);
    }

    /** The text without the value; short values are taken out only where they stand alone. */
    String takenOut(String text, Readings original) {
        return original.mayHold(readings) ? spellings().matcher(text).replaceAll(Secret.MASK) : text;
    }

    private synchronized Pattern spellings() {
        if (spellings == null) {
            var spelled = Spellings.of(value);
            spellings = Pattern.compile(value.length() >= SHORTEST ? spelled : ALONE.formatted(spelled));
        }
        return spellings;
    }
}
