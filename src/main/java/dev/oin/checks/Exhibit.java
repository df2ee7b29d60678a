package dev.oin.checks;

import java.util.List;

/** A piece of evidence kept with a check's result. */
public sealed interface Exhibit {

    /** What it shows. */
    String title();

    /** Requests and their answers, in the order in which they were sent. */
    record Traffic(String title, List<Exchange> exchanges) implements Exhibit {
        public Traffic {
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * A message in readable form, such as a decoded SAML response or the claims of a token.
     *
     * @param mediaType such as {@code application/xml} or {@code application/json}
     */
    record Message(String title, String mediaType, String text) implements Exhibit {}

    /** A picture of the page, as PNG. */
    @SuppressWarnings("ArrayRecordComponent")
    record Screenshot(String title, byte[] png) implements Exhibit {}
}
