package dev.oin.checks.sso;

import dev.oin.checks.browser.BrowserTab;
import java.net.URI;

/** Signs out of an app as its recipe says. */
final class SignOut {

    private SignOut() {}

    /** False where the recipe does not say how. */
    static boolean of(SignInRecipe recipe, BrowserTab tab) {
        var step = recipe.signOut();
        if (step == null) {
            return false;
        }
        if (step.open() != null) {
            tab.open(URI.create(step.open()));
        } else if (step.click() != null) {
            tab.click(step.click());
        }
        return true;
    }
}
