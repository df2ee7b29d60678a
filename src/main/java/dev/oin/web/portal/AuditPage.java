package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.submission.AuditTrail;
import dev.oin.web.audit.AuditExport;
import dev.oin.web.audit.AuditLine;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What was done to a submission, for its ISV and the team. */
@Controller
@RequestMapping("/submissions/{id}")
class AuditPage {

    private final Wizard wizard;
    private final SubmissionTab tabs;
    private final AuditTrail audit;

    AuditPage(Wizard wizard, SubmissionTab tabs, AuditTrail audit) {
        this.wizard = wizard;
        this.tabs = tabs;
        this.audit = audit;
    }

    @GetMapping("/audit")
    String show(@PathVariable UUID id, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        model.addAttribute(
                "records",
                audit.of(submission.id(), caller).reversed().stream()
                        .map(AuditLine::of)
                        .toList());
        return tabs.show(submission, "audit", "", caller, model);
    }

    @GetMapping("/audit.csv")
    ResponseEntity<String> csv(@PathVariable UUID id, Caller caller) {
        return AuditExport.csv("audit-" + id, audit.of(wizard.read(id, caller).id(), caller));
    }

    @GetMapping("/audit.json")
    ResponseEntity<String> json(@PathVariable UUID id, Caller caller) {
        return AuditExport.json("audit-" + id, audit.of(wizard.read(id, caller).id(), caller));
    }
}
