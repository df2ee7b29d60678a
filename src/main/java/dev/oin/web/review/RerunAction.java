package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.checks.RequestRun;
import dev.oin.checks.RequestRun.Answer;
import dev.oin.checks.SuiteName;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.RunInQa;
import dev.oin.web.frame.Flash;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer runs a suite again from the workspace. */
@Controller
class RerunAction {

    private final RunInQa run;

    RerunAction(RunInQa run) {
        this.run = run;
    }

    @PostMapping("/review/{id}/runs")
    String rerun(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam SuiteName suite,
            @RequestParam(required = false) @Nullable UUID instance,
            RedirectAttributes flash) {
        var on = instance == null ? null : new InstanceId(instance);
        var request = new RequestRun.Request(new SubmissionId(id), suite, on, List.of(), null);
        flash.addFlashAttribute(
                Flash.NAME,
                switch (run.request(request, caller)) {
                    case Answer.Accepted accepted -> Flash.done(suite.label() + " is queued. Its result appears here.");
                    case Answer.Refused(var reason) -> Flash.refused(reason);
                    case Answer.Forbidden(var reason) -> Flash.refused(reason);
                    case Answer.NotOffered notOffered -> Flash.refused(suite.label() + " is not offered yet.");
                    case Answer.NotFound() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                });
        return "redirect:/review/" + id + "#runs";
    }
}
