package dev.oin.sandbox.oidc;

import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.login.AppLauncher.Launch;
import dev.oin.sandbox.login.SandboxViews;
import dev.oin.sandbox.login.Visitor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page that posts an answer to the app where it asked for that ({@code response_mode=form_post}). */
@Controller
class FormPostPage {

    private static final String ANSWER = "dev.oin.sandbox.oidc.answer";

    private final SandboxViews views;

    FormPostPage(SandboxViews views) {
        this.views = views;
    }

    static void show(
            HttpServletRequest request, HttpServletResponse response, String address, Map<String, String> fields)
            throws ServletException, IOException {
        request.setAttribute(ANSWER, new Launch.Form(address, fields));
        request.getRequestDispatcher(SandboxAddresses.path(Visitor.organization(request)) + "/oauth2/answer")
                .forward(request, response);
    }

    @RequestMapping("/sandbox/{org}/oauth2/answer")
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        return request.getAttribute(ANSWER) instanceof Launch.Form form
                ? views.form(response, form)
                : ProblemPage.nothingHere(views, request);
    }
}
