package dev.oin.vault;

/** A stage that stores sealed secrets; each one has a bean of this type, so that a change of the master key reaches all. */
public interface KeepsSecrets {

    /** Seals again what an older master key sealed ({@link Vault#reseal}); says how many secrets that were. */
    int resealAll();
}
