package dev.oin.web.portal;

import dev.oin.kernel.Protocol;
import dev.oin.sandbox.CombinedInstance;
import dev.oin.sandbox.InstanceRules;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.web.portal.TestingView.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The instances that a submission may have, whether or not it needs them (testing-rules 2). */
final class InstanceOffers {

    private InstanceOffers() {}

    static List<Offer> of(Submission submission) {
        var content = submission.content();
        var base = "/submissions/" + submission.id() + "/instances/new?kind=";
        var offers = new ArrayList<Offer>();
        Stream.of(Protocol.OIDC, Protocol.SAML, Protocol.SCIM)
                .filter(content::has)
                .forEach(protocol -> {
                    offers.add(new Offer(protocol.label(), base + "current&protocols=" + protocol.name(), null));
                    if (submission.kind() == SubmissionKind.FUNCTIONAL && protocol.isSingleSignOn()) {
                        offers.add(new Offer(
                                protocol.label() + " as customers have it",
                                base + "published&protocols=" + protocol.name(),
                                null));
                    }
                });
        var names =
                content.singleSignOn().stream().sorted().map(Protocol::label).toList();
        var combined = String.join(" or ", names) + " and SCIM in one";
        switch (InstanceRules.combined(content)) {
            case CombinedInstance.Allowed() ->
                offers.add(new Offer(
                        combined,
                        base + "current&protocols=SCIM&protocols="
                                + content.singleSignOn().iterator().next().name(),
                        null));
            case CombinedInstance.Refused(var because) -> offers.add(new Offer(combined, "", because));
            case CombinedInstance.NotApplicable() -> {}
        }
        return offers;
    }
}
