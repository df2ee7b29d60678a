package dev.oin.sandbox.saml;

import dev.oin.sandbox.NameIdFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a sign-in is answered.
 *
 * @param acs the address that the answer goes to
 * @param inResponseTo the request's id; null for a sign-in that started at the tile
 * @param relayState passed through unchanged
 */
record Reply(
        String acs,
        @Nullable String inResponseTo,
        @Nullable String relayState,
        NameIdFormat format,
        String authnContext) {

    private static final String PASSWORD_PROTECTED =
            "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

    /** The answer to a request. */
    static Reply to(RequestVerdict.Accepted accepted, @Nullable String relayState) {
        return new Reply(
                accepted.acs(), accepted.request().id(), relayState, accepted.format(), accepted.authnContext());
    }

    /** The same answer to another address. */
    Reply to(String address) {
        return new Reply(address, inResponseTo, relayState, format, authnContext);
    }

    /** The unsolicited answer of a tile (Prof 4.1.5). */
    static Reply unsolicited(ServiceProvider app, @Nullable String relayState) {
        return new Reply(app.defaultAcs(), null, relayState, app.defaultFormat(), PASSWORD_PROTECTED);
    }
}
