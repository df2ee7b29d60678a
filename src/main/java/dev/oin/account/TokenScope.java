package dev.oin.account;

/** What an API token may be used for. */
public enum TokenScope {
    /** Reading only. */
    READ("Reading"),
    /** All that its owner may do. */
    FULL("Everything its owner may do");

    private final String label;

    TokenScope(String label) {
        this.label = label;
    }

    /** How people read it. */
    public String label() {
        return label;
    }
}
