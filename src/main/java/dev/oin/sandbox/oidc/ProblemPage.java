package dev.oin.sandbox.oidc;

import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.login.SandboxViews;
import dev.oin.sandbox.login.Visitor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page for errors that cannot be sent to the app. */
@Controller
class ProblemPage {

    private static final String REASON = "dev.oin.sandbox.oidc.reason";

    private final SandboxViews views;

    ProblemPage(SandboxViews views) {
        this.views = views;
    }

    static void show(HttpServletRequest request, HttpServletResponse response, String reason)
            throws ServletException, IOException {
        request.setAttribute(REASON, reason);
        request.getRequestDispatcher(SandboxAddresses.path(Visitor.organization(request)) + "/oauth2/problem")
                .forward(request, response);
    }

    @RequestMapping("/sandbox/{org}/oauth2/problem")
    ModelAndView page(HttpServletRequest request) {
        return request.getAttribute(REASON) instanceof String reason
                ? views.problem(
                        HttpStatus.BAD_REQUEST,
                        Visitor.organization(request),
                        reason,
                        "Correct the app's OpenID Connect settings, or the submission's, so that they agree.")
                : nothingHere(views, request);
    }

    static ModelAndView nothingHere(SandboxViews views, HttpServletRequest request) {
        return views.problem(
                HttpStatus.NOT_FOUND, Visitor.organization(request), "There is nothing here.", "Go back to the app.");
    }
}
