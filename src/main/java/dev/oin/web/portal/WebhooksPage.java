package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.OrganizationId;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Chip;
import dev.oin.web.frame.Crumb;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import dev.oin.webhook.Delivery;
import dev.oin.webhook.Webhook;
import dev.oin.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an organisation's admins choose the addresses that are called when a submission moves, and see what became of the calls. */
@Controller
@RequestMapping("/organization/webhooks")
class WebhooksPage {

    private static final int SHOWN = 100;
    private static final String HERE = "redirect:/organization/webhooks";

    private final Webhooks webhooks;
    private final Vault vault;

    WebhooksPage(Webhooks webhooks, Vault vault) {
        this.webhooks = webhooks;
        this.vault = vault;
    }

    /** The page. */
    record View(List<Webhook> webhooks, List<Row> deliveries) {}

    /** A call. */
    record Row(
            String id,
            String event,
            Chip chip,
            int attempts,
            Instant at,
            @Nullable Instant next,
            String answer,
            String body,
            boolean failed) {}

    @GetMapping
    String show(Caller caller, Model model) {
        var organization = own(caller);
        model.addAttribute(
                "page",
                new View(
                        webhooks.of(organization),
                        webhooks.deliveries(organization, SHOWN).stream()
                                .map(WebhooksPage::row)
                                .toList()));
        model.addAttribute("crumbs", Crumb.trail("Organization", "/organization", "Webhooks"));
        return "portal/webhooks";
    }

    @PostMapping
    String add(@RequestParam String url, Caller caller, RedirectAttributes next) {
        switch (webhooks.add(own(caller), url, caller)) {
            case Webhooks.Added.Done(var id, var key) ->
                next.addFlashAttribute("key", ShownOnce.of(key.reveal(), vault));
            case Webhooks.Added.Refused(var because) -> next.addFlashAttribute(Flash.NAME, Flash.refused(because));
        }
        return HERE;
    }

    @PostMapping("/{id}/key")
    String renewKey(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        var key = webhooks.renewKey(own(caller), id).orElseThrow(Missing::new);
        next.addFlashAttribute("key", ShownOnce.of(key.reveal(), vault));
        next.addFlashAttribute(
                Flash.NAME, Flash.done("The new key signs from now on. For a day the one before it signs as well."));
        return HERE;
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        if (!webhooks.remove(own(caller), id)) {
            throw new Missing();
        }
        next.addFlashAttribute(Flash.NAME, Flash.done("Removed. It is not called any more."));
        return HERE;
    }

    @PostMapping("/deliveries/{id}/retry")
    String retry(@PathVariable UUID id, Caller caller, RedirectAttributes next) {
        if (!webhooks.retry(own(caller), id)) {
            throw new Missing();
        }
        next.addFlashAttribute(Flash.NAME, Flash.done("It is called again now."));
        return HERE;
    }

    private static OrganizationId own(Caller caller) {
        var organization = caller.organization();
        if (organization == null) {
            throw new Missing();
        }
        if (!Webhooks.mayManage(caller)) {
            throw new NotAllowed();
        }
        return organization;
    }

    private static Row row(Delivery delivery) {
        return new Row(
                delivery.id().toString(),
                delivery.event(),
                switch (delivery.state()) {
                    case WAITING -> new Chip("run", "clock", "Waiting");
                    case DELIVERED -> new Chip("good", "check", "Delivered");
                    case FAILED -> new Chip("bad", "cross-circle", "Failed");
                },
                delivery.attempts(),
                delivery.createdAt(),
                delivery.state() == Delivery.State.WAITING ? delivery.dueAt() : null,
                Objects.requireNonNullElse(delivery.answer(), ""),
                delivery.body(),
                delivery.state() == Delivery.State.FAILED);
    }
}
