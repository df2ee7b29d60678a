package dev.oin.vault;

/**
 * A password, token or key in the clear, on its way between a form and the vault or between the vault and its use; never printed.
 *
 * @param reveal the value itself
 */
public record Secret(String reveal) {

    /** What takes a secret's place wherever people look. */
    public static final String MASK = "••••••";

    @Override
    public String toString() {
        return MASK;
    }
}
