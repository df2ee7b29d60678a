package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.checks.sso.AdviceLab.Trials;
import dev.oin.checks.sso.AppSession.State;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.fault.SamlFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** F-SA-7: every registered assertion consumer service takes answers, and the one that the app asks for is registered. */
final class ConsumerServices {

    private static final String ID = "F-SA-7";

    private ConsumerServices() {}

    static AdviceCheck check() {
        return AdviceCheck.required(
                ID,
                Protocol.SAML,
                "Core 3.4.1; Prof 4.1.6",
                "Answers are accepted at each registered assertion consumer service, with an index and without",
                "Customers who reach the app at its second address cannot sign in where only the first takes answers.",
                "Serve the same sign-in at all addresses, and compare Recipient and Destination with the address at which the answer has arrived.",
                ConsumerServices::look);
    }

    private static Finding look(AdviceLab lab) {
        var saml = lab.instance().app().saml();
        var plain = lab.tested().plainCase();
        if (saml == null || saml.indexedAcs().isEmpty() || plain.isEmpty()) {
            return new Finding.Irrelevant("The submission registers one assertion consumer service.");
        }
        return lab.controlled(trials -> {
            var wrong = new ArrayList<String>();
            var addresses = lab.tested().app().answerAddresses().stream()
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .distinct()
                    .toList();
            for (var address : addresses) {
                wrong.addAll(objections(trials, lab, plain.get(), addresses.indexOf(address), address));
            }
            return Finding.unless(
                    String.join(" ", wrong), "Answers were accepted at " + String.join(" and ", addresses) + '.');
        });
    }

    private static List<String> objections(Trials trials, AdviceLab lab, SignOnCase which, int number, String address) {
        var trial = trials.broken(ID + '/' + number, lab.person(), which);
        return trial.state() == State.ALIVE
                ? List.of()
                : List.of("An answer to " + address + " led to no session: " + trial.end());
    }

    /** Addresses the answer to another registered consumer service. */
    @Component
    static class AtAnotherAddress implements SamlFault {

        @Override
        public String checkId() {
            return ID;
        }

        @Override
        public String acs(String chosen, String variant, List<String> registered) {
            return registered.get(Integer.parseInt(variant));
        }
    }
}
