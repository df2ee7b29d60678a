package dev.oin.sandbox.login;

import dev.oin.kernel.InstanceId;
import dev.oin.sandbox.Assignments;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.sandbox.People;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page with a person's tiles, and what happens when one is chosen. */
@Controller
class HomePage {

    private final People people;
    private final Assignments assignments;
    private final Instances instances;
    private final List<AppLauncher> launchers;
    private final SandboxViews views;

    HomePage(
            People people,
            Assignments assignments,
            Instances instances,
            List<AppLauncher> launchers,
            SandboxViews views) {
        this.people = people;
        this.assignments = assignments;
        this.instances = instances;
        this.launchers = launchers;
        this.views = views;
    }

    @GetMapping("/sandbox/{org}/home")
    ModelAndView home(HttpServletRequest request) {
        var principal = Visitor.principal();
        if (principal.isEmpty()) {
            return SandboxViews.signInFirst(request);
        }
        var tiles = assignments.instancesOf(principal.get().person()).stream()
                .filter(instance -> principal.get().reaches(instance.id()))
                .filter(instance -> instance.singleSignOn().isPresent())
                .map(this::tile)
                .toList();
        return new ModelAndView(
                "sandbox/home",
                Map.of(
                        "organization",
                        Visitor.organization(request),
                        "person",
                        people.find(principal.get().person()).orElseThrow(),
                        "tiles",
                        tiles));
    }

    @GetMapping("/sandbox/{org}/apps/{id}")
    ModelAndView launch(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean post,
            HttpServletRequest request,
            HttpServletResponse response) {
        var principal = Visitor.principal();
        if (principal.isEmpty()) {
            return SandboxViews.signInFirst(request);
        }
        var organization = Visitor.organization(request);
        var instance = instances.find(new InstanceId(id), organization.id());
        if (instance.isEmpty()) {
            return views.problem(HttpStatus.NOT_FOUND, organization, "There is no such app.", "Go back to your apps.");
        }
        var refusal = refusal(instance.get(), principal.get());
        if (refusal.isPresent()) {
            return views.problem(
                    HttpStatus.FORBIDDEN, organization, refusal.get(), "Ask for the app to be assigned to you.");
        }
        return switch (launcher(instance.get()).launch(instance.get(), principal.get(), post)) {
            case AppLauncher.Launch.Redirect(var address) -> SandboxViews.redirect(address);
            case AppLauncher.Launch.Form form -> views.form(response, form);
            case AppLauncher.Launch.Impossible(var because) ->
                views.problem(HttpStatus.CONFLICT, organization, because, "Start in the app itself.");
        };
    }

    private Optional<String> refusal(Instance instance, SandboxPrincipal principal) {
        if (!instance.active()) {
            return Optional.of("The app is turned off.");
        }
        return principal.reaches(instance.id()) && assignments.isAssigned(instance.id(), principal.person())
                ? Optional.empty()
                : Optional.of("You are not assigned to this app.");
    }

    private Tile tile(Instance instance) {
        return new Tile(
                instance.id().toString(),
                instance.label(),
                instance.singleSignOn().orElseThrow().label(),
                launcher(instance).canLaunch(instance));
    }

    private AppLauncher launcher(Instance instance) {
        var protocol = instance.singleSignOn()
                .orElseThrow(() -> new IllegalStateException("Instance " + instance.id() + " signs nobody in"));
        return launchers.stream()
                .filter(launcher -> launcher.protocol() == protocol)
                .findFirst()
                .orElseThrow();
    }

    /** A tile as it is shown. */
    record Tile(String id, String label, String protocol, boolean launches) {}
}
