package dev.oin.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The timers at the border of a task. The engine offers no way to arm a boundary timer again that has fired already, which a moved date and the end of a silence
 * need; this does what the engine itself does when the task begins.
 */
@Component
class BoundaryTimers {

    private static final String WITHDRAWAL = "silentFor60Days";
    private static final Duration SILENCE = Duration.ofDays(60);
    private static final Duration UNNOTICED = Duration.ofDays(1);

    /** The engine counts days on the wall clock: over a change of the clocks they are an hour longer or shorter. */
    private static final Duration CHANGE_OF_CLOCKS = Duration.ofHours(1);

    private final ProcessEngineImpl engine;
    private final ManagementService management;

    BoundaryTimers(ProcessEngine engine) {
        this.engine = (ProcessEngineImpl) engine;
        this.management = engine.getManagementService();
    }

    /** Arms all timers of the task as if it began now. */
    void restart(Task task) {
        engine.getProcessEngineConfiguration().getCommandExecutorTxRequired().execute(context -> {
            restart(context, context.getExecutionManager().findExecutionById(task.getExecutionId()));
            return null;
        });
    }

    /** The ISV did something: the clocks of silence start anew, at most once a day. */
    void breakSilence(Task task) {
        var beganAfter = withdrawal(task.getProcessInstanceId()).minus(SILENCE).plus(UNNOTICED);
        if (beganAfter.isBefore(now())) {
            restart(task);
        }
    }

    /** How many days of silence are left until the submission is withdrawn, begun days included. */
    int daysUntilWithdrawal(DelegateExecution execution) {
        var left = Duration.between(now(), withdrawal(execution.getProcessInstanceId()))
                .minus(CHANGE_OF_CLOCKS);
        return (int) Math.ceilDiv(left.toSeconds(), Duration.ofDays(1).toSeconds());
    }

    private static void restart(CommandContext context, ExecutionEntity execution) {
        context.getJobManager().findJobsByExecutionId(execution.getId()).stream()
                .filter(TimerEntity.class::isInstance)
                .forEach(job -> job.delete());
        TimerDeclarationImpl.getDeclarationsForScope(execution.getActivity())
                .values()
                .forEach(timer -> timer.createTimerInstance(execution));
    }

    private Instant withdrawal(String processInstance) {
        Job job = management
                .createJobQuery()
                .processInstanceId(processInstance)
                .activityId(WITHDRAWAL)
                .singleResult();
        return job == null ? now() : job.getDuedate().toInstant();
    }

    private static Instant now() {
        Date now = ClockUtil.getCurrentTime();
        return now.toInstant();
    }
}
