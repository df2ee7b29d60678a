package dev.oin.sandbox.login;

import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import java.util.Map;

/** How a tile starts its app, one for each single sign-on protocol. */
public interface AppLauncher {

    /** The protocol. */
    Protocol protocol();

    /** Whether the app lets itself be started at the tile. */
    boolean canLaunch(Instance instance);

    /**
     * Starts the app for the person, who is assigned to it.
     *
     * @param post whether a form is to be sent where an address would do
     */
    Launch launch(Instance instance, SandboxPrincipal principal, boolean post);

    /** What the browser does next. */
    sealed interface Launch {

        /** It goes to an address. */
        record Redirect(String address) implements Launch {}

        /** It sends a form. */
        record Form(String action, Map<String, String> fields) implements Launch {}

        /** Nothing. */
        record Impossible(String because) implements Launch {}
    }
}
