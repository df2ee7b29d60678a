package dev.oin.sample.web;

import dev.oin.sample.Addresses;
import dev.oin.sample.LocalPath;
import dev.oin.sample.oidc.OidcWeb;
import dev.oin.sample.people.Account;
import dev.oin.sample.people.People;
import dev.oin.sample.saml.SamlWeb;
import dev.oin.sample.state.Connection;
import dev.oin.sample.state.Connections;
import dev.oin.sample.state.Weakness;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The pages that people see. */
@Controller
class Pages {

    private final People people;
    private final Connections connections;
    private final Addresses addresses;
    private final SamlWeb saml;
    private final OidcWeb oidc;

    Pages(People people, Connections connections, Addresses addresses, SamlWeb saml, OidcWeb oidc) {
        this.people = people;
        this.connections = connections;
        this.addresses = addresses;
        this.saml = saml;
        this.oidc = oidc;
    }

    @ModelAttribute("account")
    @Nullable
    Account account() {
        return signedIn().orElse(null);
    }

    @ModelAttribute("connection")
    Connection connection() {
        return connections.current();
    }

    @ModelAttribute("addresses")
    Addresses addresses() {
        return addresses;
    }

    private Optional<Account> signedIn() {
        return CurrentMember.now().flatMap(member -> people.find(member.accountId()));
    }

    @GetMapping("/")
    String home(Model model) {
        return signin("/", model, "home");
    }

    @GetMapping("/signin")
    String signin(@RequestParam(defaultValue = "/") String to, Model model) {
        return signin(to, model, "signin");
    }

    private static String signin(String to, Model model, String view) {
        model.addAttribute("to", LocalPath.of(to).orElse("/"));
        return view;
    }

    @GetMapping("/account")
    String account(Model model) {
        if (connections.has(Weakness.PROTECTED_PAGE_PUBLIC)) {
            model.asMap().remove("account");
            return "account-public";
        }
        CurrentMember.now().ifPresent(member -> model.addAttribute("member", member));
        return "account";
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        Optional<String> atProvider = CurrentMember.now()
                .filter(member -> !connections.has(Weakness.OIDC_LOCAL_SIGN_OUT))
                .flatMap(member -> Optional.ofNullable(member.idToken()))
                .flatMap(hint -> oidc.signOut(hint, addresses.signedOut()));
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
        return "redirect:" + atProvider.orElse("/signed-out");
    }

    @GetMapping("/signed-out")
    String signedOut() {
        return "signed-out";
    }

    @RequestMapping("/refused")
    String refused(HttpServletRequest request, Model model) {
        model.addAttribute("title", said(request, Refusal.TITLE, "Not signed in"));
        model.addAttribute("reason", said(request, Refusal.REASON, "There is nothing to see here."));
        return "refused";
    }

    private static String said(HttpServletRequest request, String attribute, String otherwise) {
        return request.getAttribute(attribute) instanceof String text ? text : otherwise;
    }

    /** Reached only when no request was sent on to an identity provider. */
    @RequestMapping({"/saml/login", "/oidc/login", "/oidc/initiate"})
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String notStarted(HttpServletRequest request, Model model) {
        boolean initiated = request.getRequestURI().endsWith("initiate");
        model.addAttribute("title", "Sign-in cannot start");
        model.addAttribute(
                "reason",
                initiated
                        ? "The identity provider that sent you here is not the one that Sample HR is connected to, "
                                + "or sign-in must start at Sample HR."
                        : "Sample HR is not connected to an identity provider for this kind of sign-in yet.");
        return "refused";
    }

    @GetMapping("/guides/{protocol:saml|oidc|scim}")
    String guide(@PathVariable String protocol) {
        return "guide-" + protocol;
    }

    @GetMapping(path = "/saml/metadata", produces = "application/samlmetadata+xml")
    @ResponseBody
    String metadata() {
        return saml.metadata();
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String health() {
        return "{\"status\":\"UP\"}";
    }
}
