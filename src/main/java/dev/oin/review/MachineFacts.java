package dev.oin.review;

import dev.oin.kernel.Problem;
import dev.oin.submission.Content;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the machine looks at when it judges checklist items.
 *
 * @param submitterMail the address of who submitted; null where nobody did yet
 * @param companyDomains the organisation's verified domains
 * @param problems what validation finds in the pages, as the rules are today
 * @param nameTaken whether another integration has the name in the catalog
 * @param scimEvidence what the links to the SCIM results are: empty, of ours, external
 * @param looks what was seen at guides and in the logo, by item
 * @param qa what QA's runs say
 * @param submittedVersion the version in review; null where nothing was submitted yet
 * @param reviewedAsSubmitted whether the content equals the version that was submitted
 */
record MachineFacts(
        Content content,
        @Nullable String submitterMail,
        List<String> companyDomains,
        List<Problem> problems,
        boolean nameTaken,
        List<String> scimEvidence,
        Map<String, MachineVerdict> looks,
        QaStanding qa,
        @Nullable Integer submittedVersion,
        boolean reviewedAsSubmitted) {

    MachineFacts {
        companyDomains = List.copyOf(companyDomains);
        problems = List.copyOf(problems);
        scimEvidence = List.copyOf(scimEvidence);
        looks = Map.copyOf(looks);
    }

    /** Fails with the words of the problems that match; passes with the given ones where there are none. */
    MachineVerdict withoutProblem(Predicate<Problem> concerned, String otherwise) {
        var found = problems.stream()
                .filter(concerned)
                .map(Problem::message)
                .distinct()
                .collect(Collectors.joining(" "));
        return MachineVerdict.of(found.isEmpty(), found.isEmpty() ? otherwise : found);
    }

    /** What was seen, where somebody looked. */
    MachineVerdict look(String item) {
        return looks.getOrDefault(item, MachineVerdict.hint("Not looked at yet; this takes some seconds."));
    }
}
