package dev.oin.workflow;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Drafts;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.WizardPage;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts as instances of the model {@code oinSubmission}. */
@Component
class DraftsInEngine implements Drafts {

    private final RuntimeService runtime;
    private final Position position;
    private final BoundaryTimers timers;

    DraftsInEngine(RuntimeService runtime, Position position, BoundaryTimers timers) {
        this.runtime = runtime;
        this.position = position;
        this.timers = timers;
    }

    @Override
    @Transactional
    public void start(SubmissionId submission, SubmissionKind kind, AccountId initiator) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put(Variable.KIND.name(), kind.name());
        variables.put(Variable.NEXT_PAGE.name(), firstPage(kind).task());
        variables.put(Variable.RAISED_IN.name(), Variable.NONE);
        variables.put(Variable.PUBLICATION_OUTCOME.name(), Variable.NONE);
        variables.put(Variable.PUBLISH_AT.name(), null);
        variables.put(Variable.INITIATOR.name(), initiator.toString());
        runtime.startProcessInstanceByKey("oinSubmission", submission.toString(), variables);
    }

    @Override
    @Transactional
    public void turnTo(SubmissionId submission, WizardPage page) {
        position.lock(submission);
        position.page(submission)
                .filter(task -> !task.getTaskDefinitionKey().equals(page.task()))
                .ifPresent(task -> position.complete(task, Variable.NEXT_PAGE.is(page.task())));
        position.fix(submission).ifPresent(timers::breakSilence);
    }

    @Override
    @Transactional
    public void delete(SubmissionId submission) {
        position.lock(submission);
        runtime.createMessageCorrelation("DraftDeleted")
                .processInstanceBusinessKey(submission.toString())
                .correlate();
    }

    private static WizardPage firstPage(SubmissionKind kind) {
        return switch (kind) {
            case NEW -> WizardPage.PROTOCOLS;
            case FUNCTIONAL, CATALOG -> WizardPage.CONFIGURATION;
        };
    }
}
