package dev.oin.sandbox.login;

import dev.oin.account.Organization;
import dev.oin.sandbox.SandboxAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The pages that both protocols show. */
@Component
public class SandboxViews {

    private final SandboxPolicy policy;

    SandboxViews(SandboxPolicy policy) {
        this.policy = policy;
    }

    /** A form that sends itself; without script the person presses its button. */
    public ModelAndView form(HttpServletResponse response, AppLauncher.Launch.Form form) {
        policy.allowFormTo(form.action(), response);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        return new ModelAndView("sandbox/post", Map.of("action", form.action(), "fields", form.fields()));
    }

    /** Why it does not go on. */
    public ModelAndView problem(HttpStatus status, Organization organization, String reason, String remedy) {
        var page = new ModelAndView(
                "sandbox/problem", Map.of("organization", organization, "reason", reason, "remedy", remedy));
        page.setStatus(status);
        return page;
    }

    /** Goes on by GET (303), to a path of ours or an address of the app, which is taken as it is. */
    public static ModelAndView redirect(String address) {
        var view = new RedirectView(address, true, false, false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }

    /** Goes to the sign-in page, and back to the current request after it. */
    public static ModelAndView signInFirst(HttpServletRequest request) {
        ReturnTo.current(request);
        return redirect(SandboxAddresses.path(Visitor.organization(request)) + "/login");
    }

    /** The same outside of a controller. */
    public static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReturnTo.current(request);
        response.sendRedirect(SandboxAddresses.path(Visitor.organization(request)) + "/login");
    }
}
