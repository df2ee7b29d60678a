package dev.oin.sandbox.oidc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an answer gets to the redirect URI (OAuth 2.0 Multiple Response Type Encoding Practices 2.1; OAuth 2.0 Form Post Response Mode). */
enum ResponseMode {
    QUERY,
    FRAGMENT,
    FORM_POST;

    static final String PARAMETER = "response_mode";

    /** What a request asks for; empty where that is none of them. */
    static Optional<ResponseMode> of(@Nullable Object asked) {
        return asked == null
                ? Optional.of(QUERY)
                : Arrays.stream(values())
                        .filter(mode -> mode.text().equals(asked))
                        .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(ResponseMode::text).toList();
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
