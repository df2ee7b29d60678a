package dev.oin.sample.scim;

import java.util.List;
import java.util.Optional;

/** One attribute and its characteristics (RFC 7643 section 2.2). */
record Attribute(
        String name,
        Type type,
        boolean multiValued,
        boolean required,
        boolean caseExact,
        String mutability,
        String returned,
        String uniqueness,
        List<Attribute> sub) {

    /** Data types of RFC 7643 section 2.3. */
    enum Type {
        STRING("string"),
        BOOLEAN("boolean"),
        DATE_TIME("dateTime"),
        REFERENCE("reference"),
        BINARY("binary"),
        COMPLEX("complex");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Attribute of(String name, Type type) {
        return new Attribute(name, type, false, false, false, "readWrite", "default", "none", List.of());
    }

    static Attribute text(String name) {
        return of(name, Type.STRING);
    }

    static Attribute complex(String name, Attribute... sub) {
        return new Attribute(name, Type.COMPLEX, false, false, false, "readWrite", "default", "none", List.of(sub));
    }

    Attribute multiple() {
        return new Attribute(name, type, true, required, caseExact, mutability, returned, uniqueness, sub);
    }

    Attribute mandatory() {
        return new Attribute(name, type, multiValued, true, caseExact, mutability, returned, uniqueness, sub);
    }

    Attribute exact() {
        return new Attribute(name, type, multiValued, required, true, mutability, returned, uniqueness, sub);
    }

    Attribute unique() {
        return new Attribute(name, type, multiValued, required, caseExact, mutability, returned, "server", sub);
    }

    Attribute readOnly() {
        return new Attribute(name, type, multiValued, required, caseExact, "readOnly", returned, uniqueness, sub);
    }

    Attribute secret() {
        return new Attribute(name, type, multiValued, required, caseExact, "writeOnly", "never", uniqueness, sub);
    }

    Attribute always() {
        return new Attribute(name, type, multiValued, required, caseExact, mutability, "always", uniqueness, sub);
    }

    boolean isReadOnly() {
        return "readOnly".equals(mutability);
    }

    boolean isSecret() {
        return "never".equals(returned);
    }

    boolean isComplex() {
        return type == Type.COMPLEX;
    }

    Optional<Attribute> sub(String wanted) {
        return sub.stream().filter(each -> each.name().equalsIgnoreCase(wanted)).findFirst();
    }
}
