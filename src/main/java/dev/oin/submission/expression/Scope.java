package dev.oin.submission.expression;

import java.util.Locale;
import java.util.Set;

/** Which names an expression may use. */
sealed interface Scope {

    /** The integration's variables: for addresses. */
    record Variables(Set<String> declared) implements Scope {

        public Variables {
            declared = Set.copyOf(declared);
        }
    }

    /** Whatever variables there might be. */
    record AnyVariable() implements Scope {}

    /** A person's attributes: for attribute statements. */
    record Person() implements Scope {}

    /** Whether true and false may be a result. */
    default boolean statesTruth() {
        return this instanceof Person;
    }

    /** The key under which the value of {@code root.member} is found. */
    default String resolve(Dialect dialect, Token root, Token member) {
        return switch (this) {
            case Variables(var declared) -> {
                prefix(dialect, root, member);
                if (!declared.contains(member.text())) {
                    throw new Refusal(
                            root.position(),
                            "There is no variable named \"%s\".".formatted(Shown.shortened(member.text())),
                            likely(declared, member.text()));
                }
                yield member.text();
            }
            case AnyVariable() -> {
                prefix(dialect, root, member);
                yield member.text();
            }
            case Person() -> attribute(root, member);
        };
    }

    private static void prefix(Dialect dialect, Token root, Token member) {
        if (root.text().equals(dialect.prefix())) {
            return;
        }
        var name = "%s.%s".formatted(dialect.prefix(), Shown.shortened(member.text()));
        switch (root.text()) {
            case "app", "org" ->
                throw new Refusal(
                        root.position(),
                        "Variables are called `%s.…` here, not `%s.…`.".formatted(dialect.prefix(), root.text()),
                        "Write %s. %s".formatted(name, dialect.shape()));
            case "user", "appuser", "idpuser", "session" ->
                throw new Refusal(
                        root.position(),
                        "`%s.…` cannot be used in an address: the address is the same for all people of a customer."
                                .formatted(root.text()),
                        "Use the integration's variables. " + dialect.shape());
            default ->
                throw new Refusal(
                        root.position(),
                        "`%s.%s` is not known here."
                                .formatted(Shown.shortened(root.text()), Shown.shortened(member.text())),
                        dialect.shape());
        }
    }

    private static String attribute(Token root, Token member) {
        var shown = "%s.%s".formatted(Shown.shortened(root.text()), Shown.shortened(member.text()));
        switch (root.text()) {
            case "user", "appuser" -> {
                if (!UserAttributes.offers(root.text(), member.text())) {
                    throw new Refusal(
                            root.position(),
                            "`%s` is not offered.".formatted(shown),
                            UserAttributes.likely(member.text())
                                    .filter(likely -> root.text().equals("user"))
                                    .map("Did you mean user.%s?"::formatted)
                                    .orElse("Use an attribute such as user.email, or ${user.userName}."));
                }
            }
            case "app", "org" ->
                throw new Refusal(
                        root.position(),
                        "`%s`: variables are for addresses, attribute values tell about the person.".formatted(shown),
                        "Use an attribute such as user.email.");
            default ->
                throw new Refusal(
                        root.position(),
                        "`%s` is not offered.".formatted(shown),
                        "Use an attribute such as user.email, or ${user.userName}.");
        }
        return root.text() + "." + member.text();
    }

    private static String likely(Set<String> declared, String name) {
        return declared.stream()
                .filter(one -> one.replace("_", "").equals(name.replace("_", "").toLowerCase(Locale.ROOT)))
                .findFirst()
                .map("Did you mean \"%s\"?"::formatted)
                .orElse(
                        declared.isEmpty()
                                ? "Add it under Integration variables."
                                : "Add it under Integration variables, or use one of: %s."
                                        .formatted(String.join(
                                                ", ", declared.stream().sorted().toList())));
    }
}
