package dev.oin.web.portal;

import dev.oin.submission.FieldList;
import java.util.List;

/**
 * Repeated rows.
 *
 * @param blank a row to copy, its number written {@code __n__}
 */
record RowsView(FieldList list, List<Row> rows, Row blank, List<ProblemView> problems, boolean locked) {

    /** One row. */
    record Row(String key, List<FieldView> cells) {}

    public String key() {
        return list.key();
    }

    public String id() {
        return FieldView.idOf(list.key());
    }

    public String label() {
        return list.label();
    }

    public boolean required() {
        return list.required();
    }

    public String help() {
        return list.purpose();
    }

    public String one() {
        return list.one();
    }

    public int most() {
        return list.most();
    }

    /** How the cells stand beside each other. */
    public String shape() {
        return switch (blank.cells().size()) {
            case 1 -> "one";
            case 2 -> list.key().equals("saml.acs_endpoints") ? "url-index" : "two";
            case 5 -> "five";
            case 8 -> "eight";
            default -> "four";
        };
    }
}
