package dev.oin.vault;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves every stored secret to the current master key. An operator puts the new key in front of the old one in {@code OIN_MASTER_KEY}, restarts the nodes, runs this,
 * and may then drop the old key. Safe to run twice.
 */
@Component
public class RotateMasterKey {

    private static final Logger LOG = LoggerFactory.getLogger(RotateMasterKey.class);

    private final List<KeepsSecrets> keepers;

    RotateMasterKey(List<KeepsSecrets> keepers) {
        this.keepers = keepers;
    }

    /** Reseals everything; says how many secrets an older key had sealed. */
    public int rotate() {
        int resealed = keepers.stream().mapToInt(KeepsSecrets::resealAll).sum();
        LOG.info("Sealed {} secrets again with the current master key", resealed);
        return resealed;
    }
}
