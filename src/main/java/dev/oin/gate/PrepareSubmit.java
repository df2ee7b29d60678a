package dev.oin.gate;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the ISV enters on page 4: the certification and the links to SCIM results. */
@Component
public class PrepareSubmit {

    private final Submissions submissions;
    private final Certifications certifications;
    private final ScimResultRows results;
    private final ManualPlan manual;
    private final GateProperties properties;

    PrepareSubmit(
            Submissions submissions,
            Certifications certifications,
            ScimResultRows results,
            ManualPlan manual,
            GateProperties properties) {
        this.manual = manual;
        this.submissions = submissions;
        this.certifications = certifications;
        this.results = results;
        this.properties = properties;
    }

    /** States, or takes back, that the required tests were done. */
    @Transactional
    public Answer certify(SubmissionId id, boolean certified, Caller caller) {
        return change(id, caller, submission -> {
            var open = certified ? manual.open(submission) : 0;
            if (open > 0) {
                return new Answer.Locked(ClosingRules.openPlan(open));
            }
            if (certified) {
                certifications.certify(submission, caller.account());
            } else {
                certifications.drop(submission);
            }
            return new Answer.Saved(submission);
        });
    }

    /** Enters the links; an empty one takes it away. */
    @Transactional
    public Answer enterResults(SubmissionId id, ScimResults entered, Caller caller) {
        var misfits = misfits(entered);
        return change(id, caller, submission -> {
            if (!misfits.isEmpty()) {
                return new Answer.Malformed(misfits);
            }
            results.save(submission, entered, caller.account());
            return new Answer.Saved(submission);
        });
    }

    /** The links that count now; empty for another organisation's submission. */
    @Transactional(readOnly = true)
    public Optional<ScimResults> resultsOf(SubmissionId id, Caller caller) {
        return visible(id, caller).map(results::of);
    }

    /** Whether the current content is certified. */
    @Transactional(readOnly = true)
    public boolean isCertified(Submission submission) {
        return certifications.isCertified(submission);
    }

    private Answer change(SubmissionId id, Caller caller, Function<Submission, Answer> change) {
        var found = Optional.ofNullable(caller.organization()).flatMap(owner -> submissions.find(id, owner));
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        if (!caller.mayTestAndSubmit()) {
            return new Answer.Refused("You need the super admin role, or the app and org admin roles.");
        }
        return found.get().state().isEditable()
                ? change.apply(found.get())
                : new Answer.Locked("The OIN team works on it; withdraw it to change it.");
    }

    private Optional<Submission> visible(SubmissionId id, Caller caller) {
        return caller.isStaff()
                ? submissions.find(id)
                : Optional.ofNullable(caller.organization())
                        .filter(owner -> caller.mayView())
                        .flatMap(owner -> submissions.find(id, owner));
    }

    private List<Misfit> misfits(ScimResults entered) {
        var misfits = new ArrayList<Misfit>();
        Stream.of(
                        misfit("spec_results_url", entered.specResultsUrl()),
                        misfit("crud_results_url", entered.crudResultsUrl()),
                        misfit("entitlements_results_url", entered.entitlementsResultsUrl()))
                .flatMap(Optional::stream)
                .forEach(misfits::add);
        return misfits;
    }

    private Optional<Misfit> misfit(String field, @Nullable String url) {
        if (url == null || url.isBlank() || url.startsWith("/results/")) {
            return Optional.empty();
        }
        if (url.length() > ScimResults.LINK_LIMIT) {
            return Optional.of(new Misfit(field, field + ".length", "The link is longer than 1024 characters."));
        }
        return isAddress(url)
                ? Optional.empty()
                : Optional.of(new Misfit(field, field + ".https", "Enter an https address."));
    }

    private boolean isAddress(String url) {
        try {
            var address = URI.create(url.strip());
            return address.getHost() != null && ("https".equals(address.getScheme()) || isOurs(address, properties));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** A link of ours may be http in the demo; it is resolved, never called. */
    private static boolean isOurs(URI address, GateProperties properties) {
        return "http".equals(address.getScheme())
                && properties.isOurs(address)
                && address.getPath().startsWith("/results/");
    }

    /** What became of it. */
    public sealed interface Answer {
        /** It is saved. */
        record Saved(Submission submission) implements Answer {}

        /** A link cannot be stored. */
        record Malformed(List<Misfit> misfits) implements Answer {
            public Malformed {
                misfits = List.copyOf(misfits);
            }
        }

        /** The caller's role does not allow it. */
        record Refused(String because) implements Answer {}

        /** The state does not allow it. */
        record Locked(String because) implements Answer {}

        /** The caller's organisation has no such submission. */
        record Unknown() implements Answer {}
    }

    /** Why a link cannot be stored. */
    public record Misfit(String field, String rule, String message) {}
}
