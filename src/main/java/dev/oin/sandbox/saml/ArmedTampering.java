package dev.oin.sandbox.saml;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.fault.ArmedFault;
import dev.oin.sandbox.fault.Faults;
import dev.oin.sandbox.fault.SamlFault;
import dev.oin.sandbox.login.SandboxPrincipal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the fault that a sign-in has to answer with. */
@Component
final class ArmedTampering {

    private final Faults faults;
    private final List<SamlFault> known;

    ArmedTampering(Faults faults, List<SamlFault> known) {
        this.faults = faults;
        this.known = known;
    }

    Tampering of(SandboxPrincipal principal, InstanceId instance) {
        return principal
                .run()
                .flatMap(run -> faults.armed(run, principal.person(), instance))
                .map(this::tampering)
                .orElseGet(Tampering::none);
    }

    private Tampering tampering(ArmedFault armed) {
        return known.stream()
                .filter(fault -> fault.checkId().equals(armed.check()))
                .findFirst()
                .map(fault -> new Tampering(
                        (asked, registered) -> fault.acs(asked, armed.variant(), registered),
                        fault::beforeSigning,
                        fault::afterSigning))
                .orElseThrow(() -> new IllegalStateException("No SAML fault for check " + armed.checkId()));
    }
}
