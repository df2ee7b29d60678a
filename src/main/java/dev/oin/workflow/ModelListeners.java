package dev.oin.workflow;

import dev.oin.review.RetireQa;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts our listeners on the models' elements when they are read, so that the models show the process and nothing else. */
@Component
class ModelListeners extends AbstractBpmnParseListener {

    private static final String QA = "qaTesting";
    private static final List<String> BOTH_ENDS =
            List.of(ExecutionListener.EVENTNAME_START, ExecutionListener.EVENTNAME_END);

    private final ObjectProvider<StateProjection> state;
    private final ObjectProvider<FlowProjection> flow;
    private final ObjectProvider<TaskGuard> guard;
    private final ObjectProvider<JobTurn> turn;
    private final ObjectProvider<RetireQa> retirement;
    private final WorkSignal signal;

    ModelListeners(
            ObjectProvider<StateProjection> state,
            ObjectProvider<FlowProjection> flow,
            ObjectProvider<TaskGuard> guard,
            ObjectProvider<JobTurn> turn,
            ObjectProvider<RetireQa> retirement,
            WorkSignal signal) {
        this.state = state;
        this.flow = flow;
        this.guard = guard;
        this.turn = turn;
        this.retirement = retirement;
        this.signal = signal;
    }

    /** QA ends at an end event, or is cut short when the submission is withdrawn. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (process.getKey().equals(QA)) {
            process.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                    execution -> retirement.getObject().retire(Variable.submission(execution)));
        }
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, turnOfJobs());
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        project(activity);
        follow(activity);
        TaskListener listener = task -> guard.getObject().notify(task);
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addTaskListener(TaskListener.EVENTNAME_CREATE, listener);
        definition.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, listener);
        definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_START, turnOfJobs());
        project(activity);
        if (activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior) {
            activity.addListener(ExecutionListener.EVENTNAME_START, signal);
            follow(activity);
        }
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        project(activity);
        follow(activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        project(activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        follow(activity);
        if (activity.getId().equals(PublicationTimerInEngine.WAIT)) {
            activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                    execution -> Variable.PUBLISH_AT.set(execution, null));
        }
    }

    private ExecutionListener turnOfJobs() {
        return execution -> turn.getObject().notify(execution);
    }

    private void project(ActivityImpl activity) {
        for (var event : BOTH_ENDS) {
            if (StateProjection.concerns(activity.getId(), event)) {
                activity.addListener(event, (ExecutionListener)
                        execution -> state.getObject().notify(execution));
            }
        }
    }

    private void follow(ActivityImpl activity) {
        for (var event : BOTH_ENDS) {
            activity.addListener(
                    event, (ExecutionListener) execution -> flow.getObject().notify(execution));
        }
    }
}
