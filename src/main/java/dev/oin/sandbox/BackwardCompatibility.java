package dev.oin.sandbox;

import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Content;
import dev.oin.submission.Submissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether an update's expressions still work with what customers entered for the published version; variables that the update adds are unset (EL-9). */
@Component
public class BackwardCompatibility {

    private final Submissions submissions;
    private final InstallApp install;

    BackwardCompatibility(Submissions submissions, InstallApp install) {
        this.submissions = submissions;
        this.install = install;
    }

    /** What the update would break for this PUBLISHED instance; empty where nothing. */
    public List<Problem> problems(Instance published) {
        var content = submissions.get(published.submission()).content();
        var protocols = EnumSet.noneOf(Protocol.class);
        protocols.addAll(published.protocols());
        protocols.retainAll(content.protocols());
        return switch (install.install(
                published.integration(), content, protocols, stillDeclared(content, published.variables()))) {
            case Installation.Installed(var app) -> List.of();
            case Installation.Incomplete(var problems) -> problems;
        };
    }

    private static Map<String, String> stillDeclared(Content content, Map<String, String> values) {
        var names = content.configuration().variables().stream()
                .map(variable -> String.valueOf(variable.name()))
                .collect(Collectors.toSet());
        return values.entrySet().stream()
                .filter(value -> names.contains(value.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
