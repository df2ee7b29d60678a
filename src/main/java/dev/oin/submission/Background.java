package dev.oin.submission;

import java.util.Set;

/**
 * What an integration's past allows and forbids.
 *
 * @param migrated whether it came from the retired portal (IV-2, IV-3)
 * @param installed names of the variables that customers of the published version have values for
 */
record Background(boolean migrated, Set<String> installed) {

    static final Background NONE = new Background(false, Set.of());

    Background {
        installed = Set.copyOf(installed);
    }
}
