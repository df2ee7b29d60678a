package dev.oin.sandbox.saml;

import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.login.AppLauncher;
import dev.oin.sandbox.login.SandboxPrincipal;
import org.springframework.stereotype.Component;

/** Starts SAML apps at the tile, by an unsolicited response. */
@Component
class SamlLauncher implements AppLauncher {

    private final SamlSignOn signOn;

    SamlLauncher(SamlSignOn signOn) {
        this.signOn = signOn;
    }

    @Override
    public Protocol protocol() {
        return Protocol.SAML;
    }

    @Override
    public boolean canLaunch(Instance instance) {
        return true;
    }

    @Override
    public Launch launch(Instance instance, SandboxPrincipal principal, boolean post) {
        return switch (signOn.start(instance, principal)) {
            case SsoStep.Send(var answer) -> SamlForm.of(answer);
            case SsoStep.Explain(var reason, var remedy) -> new Launch.Impossible(reason);
            case SsoStep.AskToSignIn(var pending) -> throw new IllegalStateException("Somebody is signed in");
            case SsoStep.Continue(var pending) -> throw new IllegalStateException("Nothing to wait for");
        };
    }
}
