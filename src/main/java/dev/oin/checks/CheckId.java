package dev.oin.checks;

/** The id of a check, such as {@code IDP_FLOW}, {@code S-03} or {@code SPEC-01.1}. */
public record CheckId(String value) {

    public CheckId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A check needs an id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
