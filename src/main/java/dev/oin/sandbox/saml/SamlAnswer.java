package dev.oin.sandbox.saml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A response on its way to the app by HTTP-POST (Bind 3.5). */
record SamlAnswer(String acs, String xml, @Nullable String relayState) {

    /** The response as the form carries it. */
    String encoded() {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }
}
