package dev.oin.sandbox.saml;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.SandboxAddresses;
import dev.oin.sandbox.login.SandboxViews;
import dev.oin.sandbox.login.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** SAML over HTTP: metadata, and the single sign-on service by redirect and by post. */
@Controller
@RequestMapping("/sandbox/{org}/saml/{id}")
class SamlEndpoints {

    private final Instances instances;
    private final SamlParties parties;
    private final IdentityProviderMetadata metadata;
    private final SamlSignOn signOn;
    private final SandboxViews views;

    SamlEndpoints(
            Instances instances,
            SamlParties parties,
            IdentityProviderMetadata metadata,
            SamlSignOn signOn,
            SandboxViews views) {
        this.instances = instances;
        this.parties = parties;
        this.metadata = metadata;
        this.signOn = signOn;
        this.views = views;
    }

    @GetMapping("/metadata")
    ResponseEntity<String> metadata(@PathVariable UUID id, HttpServletRequest request) {
        return instance(id, request)
                .map(instance -> ResponseEntity.ok()
                        .header("Content-Type", "application/samlmetadata+xml;charset=UTF-8")
                        .header("Content-Disposition", "inline; filename=\"metadata.xml\"")
                        .body(metadata.of(parties.provider(instance))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/sso")
    ModelAndView byRedirect(
            @PathVariable UUID id,
            @RequestParam(name = "SAMLRequest", defaultValue = "") String samlRequest,
            @RequestParam(name = "RelayState", required = false) @Nullable String relayState,
            @RequestParam(name = "SigAlg", required = false) @Nullable String algorithm,
            @RequestParam(name = "Signature", required = false) @Nullable String signature,
            HttpServletRequest request,
            HttpServletResponse response) {
        var query = String.valueOf(request.getQueryString());
        var message = new ReceivedMessage.ByRedirect(samlRequest, relayState, algorithm, signature, query);
        return with(id, request, response, instance -> signOn.receive(instance, message));
    }

    @PostMapping("/sso")
    ModelAndView byPost(
            @PathVariable UUID id,
            @RequestParam(name = "SAMLRequest", defaultValue = "") String samlRequest,
            @RequestParam(name = "RelayState", required = false) @Nullable String relayState,
            HttpServletRequest request,
            HttpServletResponse response) {
        var message = new ReceivedMessage.ByPost(samlRequest, relayState);
        return with(id, request, response, instance -> signOn.receive(instance, message));
    }

    @GetMapping("/continue/{pending}")
    ModelAndView resume(
            @PathVariable UUID id,
            @PathVariable String pending,
            HttpServletRequest request,
            HttpServletResponse response) {
        return with(
                id,
                request,
                response,
                instance -> signOn.resume(instance, pending, Visitor.principal().orElse(null)));
    }

    private ModelAndView with(
            UUID id, HttpServletRequest request, HttpServletResponse response, Function<Instance, SsoStep> step) {
        var organization = Visitor.organization(request);
        var instance = instance(id, request);
        if (instance.isEmpty()) {
            return views.problem(
                    HttpStatus.NOT_FOUND,
                    organization,
                    "This sandbox has no SAML instance of this address.",
                    "Look up the sign-on URL at the instance, and correct it in the app.");
        }
        return switch (step.apply(instance.get())) {
            case SsoStep.Send(var answer) -> views.form(response, SamlForm.of(answer));
            case SsoStep.Explain(var reason, var remedy) ->
                views.problem(HttpStatus.BAD_REQUEST, organization, reason, remedy);
            case SsoStep.Continue(var pending) ->
                SandboxViews.redirect(SandboxAddresses.path(organization) + "/saml/" + id + "/continue/" + pending);
            case SsoStep.AskToSignIn(var pending) -> SandboxViews.signInFirst(request);
        };
    }

    private Optional<Instance> instance(UUID id, HttpServletRequest request) {
        return instances
                .find(new InstanceId(id), Visitor.organization(request).id())
                .filter(instance -> instance.has(Protocol.SAML));
    }
}
