package dev.oin.checks.sso;

import dev.oin.checks.CheckId;
import dev.oin.checks.Severity;
import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.SignInEvent.What;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What checks on requests of both protocols have in common. */
final class RequestSigns {

    /** How many bits a value that nobody may guess has at least. */
    static final int BITS = 128;

    private RequestSigns() {}

    /** A protocol's requests as the identity provider has noted them. */
    record Noted(Protocol protocol, What what) {

        AdviceCheck check(
                String id,
                Severity severity,
                String clause,
                String title,
                String why,
                String remedy,
                BiFunction<ObservedSignIn, Map<String, String>, Finding> judge) {
            return new AdviceCheck(
                    new CheckId(id),
                    protocol,
                    severity,
                    clause,
                    title,
                    why,
                    remedy,
                    lab -> lab.observed()
                            .map(seen -> seen.event(what)
                                    .map(event -> judge.apply(seen, event.details()))
                                    .orElseGet(() -> new Finding.Unseen("The app sent no request of its own.")))
                            .orElseGet(() -> new Finding.Unseen("No sign-in that began in the app was seen.")));
        }
    }

    /** How many bits a value can have at most, by the alphabet that it is written in. */
    static double bits(String value) {
        var plain = value.replaceFirst("^(_|id-?|ID-?)", "");
        var alphabet = plain.matches("[0-9]*") ? 10 : plain.matches("[0-9a-fA-F-]*") ? 16 : 64;
        return plain.replace("-", alphabet == 16 ? "" : "-").length() * Math.log(alphabet) / Math.log(2);
    }

    static String joined(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
