package dev.oin.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Signing keys for tests. */
public final class TestKeys {

    private static final NewSigningKey MAKER =
            new NewSigningKey(Clock.systemUTC(), UUID::randomUUID, new SecureRandom());

    /** The key of the organisation under test. */
    public static final SigningKey OURS = MAKER.named("Example sandbox");

    /** A key that nobody trusts. */
    public static final SigningKey STRANGERS = MAKER.named("Example sandbox");

    private TestKeys() {}
}
