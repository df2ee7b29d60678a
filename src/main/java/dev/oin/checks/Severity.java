package dev.oin.checks;

/** How much a check weighs (sso-checks, severity). */
public enum Severity {
    REQUIRED("R"),
    WARNING("W"),
    INFORMATION("I");

    private final String letter;

    Severity(String letter) {
        this.letter = letter;
    }

    /** The letter used in lists and answers. */
    public String letter() {
        return letter;
    }
}
