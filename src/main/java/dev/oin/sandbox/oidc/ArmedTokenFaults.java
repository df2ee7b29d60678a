package dev.oin.sandbox.oidc;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.fault.Faults;
import dev.oin.sandbox.fault.TokenFault;
import dev.oin.sandbox.login.SandboxPrincipal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the fault that a sign-in has to answer with. */
@Component
final class ArmedTokenFaults {

    private final Faults faults;
    private final List<TokenFault> known;

    ArmedTokenFaults(Faults faults, List<TokenFault> known) {
        this.faults = faults;
        this.known = known;
    }

    Optional<TokenFault> of(SandboxPrincipal principal, InstanceId instance) {
        return principal
                .run()
                .flatMap(run -> faults.armed(run, principal.person(), instance))
                .map(armed -> known.stream()
                        .filter(fault -> fault.checkId().equals(armed.check()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No token fault for check " + armed.checkId())));
    }
}
