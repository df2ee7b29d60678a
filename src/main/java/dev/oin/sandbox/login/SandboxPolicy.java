package dev.oin.sandbox.login;

import dev.oin.sandbox.SandboxAddresses;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** What the sandbox's pages may load and where their forms may lead. */
@Component
public class SandboxPolicy {

    static final String HEADER = "Content-Security-Policy";
    private static final String BASE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; frame-ancestors 'none'; form-action ";

    private final SandboxAddresses addresses;

    SandboxPolicy(SandboxAddresses addresses) {
        this.addresses = addresses;
    }

    static String strict() {
        return BASE + "'self'";
    }

    /**
     * For pages whose form ends in the app. Browsers apply {@code form-action} to every redirect after the form too, and where the app sends the person on is the
     * app's business; so the scheme is bound, not the host. Plain http is for evaluation on this machine.
     */
    public void allowFormsThatLeadOn(HttpServletResponse response) {
        var plain = "http".equals(addresses.origin().getScheme()) ? " http:" : "";
        response.setHeader(HEADER, BASE + "'self' https:" + plain);
    }

    /** For the page that carries an answer to the app; it sends itself. */
    public void allowFormTo(String address, HttpServletResponse response) {
        var scheme = address.startsWith("http://") ? " http:" : "";
        response.setHeader(HEADER, BASE + "https:" + scheme);
    }
}
