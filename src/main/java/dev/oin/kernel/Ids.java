package dev.oin.kernel;

import java.util.UUID;

/** Where new ids come from. */
@FunctionalInterface
public interface Ids {

    /** A value that has never been given before. */
    UUID next();
}
