package dev.oin.sandbox;

import java.net.URI;
import java.net.URISyntaxException;

/** Looks at addresses that people type. */
final class WebAddress {

    private static final int LONGEST = 1024;

    private WebAddress() {}

    /** Whether the text is a complete http or https address; what may be called is decided when it is called. */
    static boolean isUsable(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
