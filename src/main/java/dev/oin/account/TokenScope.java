package dev.oin.account;

/** What an API token may be used for. */
public enum TokenScope {
    /** Reading only. */
    READ,
    /** All that its owner may do. */
    FULL
}
