package dev.oin.sandbox;

import java.security.KeyPair;

/** Where new pairs of keys come from. */
@FunctionalInterface
interface KeyPairs {

    /** A pair of RSA keys. */
    KeyPair next();
}
