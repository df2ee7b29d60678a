package dev.oin.gate;

import dev.oin.gate.GateFacts.ResultsLink;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Submission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the submitted SCIM results are, in words for the team. */
@Component
public class SubmittedEvidence {

    private final ScimEvidence evidence;

    SubmittedEvidence(ScimEvidence evidence) {
        this.evidence = evidence;
    }

    /** One sentence for each result that is there; none without SCIM. */
    public List<String> scim(Submission submission) {
        if (!submission.content().has(Protocol.SCIM)) {
            return List.of();
        }
        return Stream.of(
                        sentence("SPEC", evidence.spec(submission)),
                        sentence("CRUD", evidence.crud(submission)),
                        submission.content().has(Protocol.ENTITLEMENTS)
                                ? sentence("Entitlements", evidence.entitlements(submission))
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> sentence(String suite, ResultsLink link) {
        return switch (link) {
            case ResultsLink.Empty() -> Optional.empty();
            case ResultsLink.Proven(var url) -> Optional.of("%s: passed, a run of ours (%s).".formatted(suite, url));
            case ResultsLink.External(var url) -> Optional.of("%s: external, not verified (%s).".formatted(suite, url));
            case ResultsLink.Refused(var url, var reason) ->
                Optional.of("%s: not verified, this is %s (%s).".formatted(suite, reason, url));
        };
    }
}
