package dev.oin.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator sets at the instance itself, because the submission's form has no field for it (submission-rules 7).
 *
 * @param nameIdFormat answered where the request asks for none
 * @param relayState sent along with sign-ins that start at the tile
 * @param honoursForceAuthn whether a request may ask for the password again
 */
public record SignOnSettings(
        NameIdFormat nameIdFormat, @Nullable String relayState, boolean honoursForceAuthn) {

    /** What a new instance starts with. */
    public static SignOnSettings standard() {
        return new SignOnSettings(NameIdFormat.EMAIL_ADDRESS, null, true);
    }
}
