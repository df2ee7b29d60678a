package dev.oin.sandbox.login;

import dev.oin.sandbox.SandboxAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page where the sandbox's people sign in and out. */
@Controller("sandboxSignInPage")
class SignInPage {

    private final SignInPerson signIn;
    private final SandboxPolicy policy;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignInPage(SignInPerson signIn, SandboxPolicy policy) {
        this.signIn = signIn;
        this.policy = policy;
    }

    @GetMapping("/sandbox/{org}/login")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        policy.allowFormsThatLeadOn(response);
        return new ModelAndView("sandbox/login", "organization", Visitor.organization(request));
    }

    @PostMapping("/sandbox/{org}/login")
    ModelAndView attempt(
            @RequestParam String email,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var organization = Visitor.organization(request);
        return switch (signIn.attempt(organization, email, password)) {
            case SignInPerson.Outcome.SignedIn(var principal) -> {
                open(principal, request, response);
                yield SandboxViews.redirect(ReturnTo.take(request, organization));
            }
            case SignInPerson.Outcome.Refused() ->
                again(
                        HttpStatus.UNAUTHORIZED,
                        "The e-mail address or the password is wrong.",
                        email,
                        request,
                        response);
            case SignInPerson.Outcome.LockedOut(var until) ->
                again(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many wrong passwords. Try again later.",
                        email,
                        request,
                        response);
        };
    }

    private ModelAndView again(
            HttpStatus status, String problem, String email, HttpServletRequest request, HttpServletResponse response) {
        var page = show(request, response);
        page.setStatus(status);
        page.addObject("problem", problem);
        page.addObject("email", email);
        return page;
    }

    @PostMapping("/sandbox/{org}/sign-out")
    ModelAndView signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return SandboxViews.redirect(SandboxAddresses.path(Visitor.organization(request)) + "/login");
    }

    private void open(SandboxPrincipal principal, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
