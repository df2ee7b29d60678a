package dev.oin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.submission.WizardPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models keep the rules that the code relies on. */
class ProcessModelTest {

    private static final String RETRIES = "PT30S,PT2M,PT10M,PT30M,PT2H";
    private static final Set<String> REVIEW_TASKS = Set.of("initialReview", "catalogReview", "verifyInQa");
    private static final Set<String> MESSAGES = Set.of("DraftDeleted", "CheckRunRequested", "SubmissionWithdrawn");
    private static final Set<String> VARIABLES = Set.of(
            "kind",
            "phase",
            "raisedIn",
            "nextPage",
            "gateOpen",
            "reviewOutcome",
            "resolution",
            "qaOutcome",
            "ssoApplies",
            "scimApplies",
            "logoutApplies",
            "publicationOutcome",
            "publishAt",
            "checkRunId",
            "reviewDeadline",
            "initiator");
    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern COMPARISON = Pattern.compile("\\$\\{(\\w+) == ('[A-Za-z]+'|true|false|null)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    static Stream<Model> models() {
        return Stream.of("oin-submission", "qa-testing").map(Model::read);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_has_a_camel_case_id_and_a_readable_name(Model model) {
        var broken = new ArrayList<String>();

        for (var element : model.all(FlowElement.class)) {
            if (!ID.matcher(element.getId()).matches()) {
                broken.add(element.getId() + ": the id is not camelCase");
            }
            if ((element instanceof Activity || element instanceof BoundaryEvent) && isBlank(element.getName())) {
                broken.add(element.getId() + " has no name");
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_service_task_is_bound_by_its_own_id(Model model) {
        var broken = new ArrayList<String>();

        for (var task : model.all(ServiceTask.class)) {
            var external = "external".equals(task.getCamundaType());
            var bound = external
                    ? task.getId().equals(task.getCamundaTopic())
                    : ("${" + task.getId() + "}").equals(task.getCamundaDelegateExpression());
            if (!bound) {
                broken.add(task.getId() + " is bound to neither its bean nor its topic");
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_user_task_names_its_form_and_its_group(Model model) {
        var pages = Arrays.stream(WizardPage.values()).map(WizardPage::task).toList();
        var broken = new ArrayList<String>();

        for (var task : model.all(UserTask.class)) {
            var review = REVIEW_TASKS.contains(task.getId());
            var form = kebab(task.getId());
            var key = review ? "embedded:/forms/analyst/" + form + ".html" : "portal:" + form;
            if (!key.equals(task.getCamundaFormKey())) {
                broken.add(task.getId() + " should have the form key " + key);
            }
            if (!(review ? "analysts" : "isv").equals(task.getCamundaCandidateGroups())) {
                broken.add(task.getId() + " is offered to " + task.getCamundaCandidateGroups());
            }
            if (!Objects.equals(review ? "${reviewDeadline}" : null, task.getCamundaDueDate())) {
                broken.add(task.getId() + " is due at " + task.getCamundaDueDate());
            }
            if (!review && !pages.contains(task.getId()) && !task.getId().equals("resolveIssues")) {
                broken.add(task.getId() + " is no page of the wizard");
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_user_task_has_its_form(Model model) {
        var missing = new ArrayList<String>();

        for (var task : model.all(UserTask.class)) {
            var folder = REVIEW_TASKS.contains(task.getId()) ? "analyst" : "isv";
            var form = Path.of("src/main/resources/forms", folder, kebab(task.getId()) + ".html");
            if (!Files.isRegularFile(form)) {
                missing.add(task.getId() + " should have the form " + form);
            }
        }

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_review_task_has_a_timer_for_its_deadline_that_does_not_end_it(Model model) {
        var broken = new ArrayList<String>();

        for (var task : model.all(UserTask.class)) {
            if (REVIEW_TASKS.contains(task.getId())
                    && model.all(BoundaryEvent.class).stream()
                            .noneMatch(event -> event.getAttachedTo().equals(task)
                                    && !event.cancelActivity()
                                    && "${reviewDeadline}".equals(date(event)))) {
                broken.add(task.getId() + " is never overdue");
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void conditions_compare_one_known_variable_with_one_literal(Model model) {
        var broken = new ArrayList<String>();

        for (var flow : model.all(SequenceFlow.class)) {
            if (flow.getConditionExpression() == null) {
                continue;
            }
            var comparison = COMPARISON.matcher(flow.getConditionExpression().getTextContent());
            if (!comparison.matches() || !VARIABLES.contains(comparison.group(1))) {
                broken.add(flow.getId() + ": " + flow.getConditionExpression().getTextContent());
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void only_known_variables_pass_between_the_models_and_into_timers(Model model) {
        var broken = new ArrayList<String>();

        for (var in : model.all(CamundaIn.class)) {
            if (in.getCamundaSource() != null && !VARIABLES.contains(in.getCamundaSource())) {
                broken.add(owner(in) + " passes " + in.getCamundaSource());
            }
        }
        for (var out : model.all(CamundaOut.class)) {
            if (!VARIABLES.contains(out.getCamundaSource())) {
                broken.add(owner(out) + " returns " + out.getCamundaSource());
            }
        }
        for (var event : model.all(CatchEvent.class)) {
            var date = date(event);
            if (date != null) {
                var variable = VARIABLE.matcher(date);
                if (!variable.matches() || !VARIABLES.contains(variable.group(1))) {
                    broken.add(event.getId() + " waits for " + date);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_gateway_asks_and_every_way_out_answers(Model model) {
        var broken = new ArrayList<String>();

        for (var gateway : model.all(Gateway.class)) {
            var ways = gateway.getOutgoing();
            if (ways.size() < 2) {
                continue;
            }
            if (isBlank(gateway.getName()) || !gateway.getName().endsWith("?")) {
                broken.add(gateway.getId() + " asks nothing");
            }
            if (ways.stream().anyMatch(way -> isBlank(way.getName()))) {
                broken.add(gateway.getId() + " has a way out without an answer");
            }
            if (ways.stream()
                                    .filter(way -> way.getConditionExpression() == null)
                                    .count()
                            != 1
                    || defaultOf(gateway) == null) {
                broken.add(gateway.getId() + " needs exactly one default and conditions on the others");
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void steps_behind_timers_and_external_tasks_are_jobs_of_their_own(Model model) {
        var broken = new ArrayList<String>();

        for (var node : model.all(FlowNode.class)) {
            if (isExternal(node) && !node.isCamundaAsyncAfter()) {
                broken.add(node.getId() + " should be asynchronous after");
            }
            if (node instanceof CatchEvent event && hasTimer(event)) {
                var next = node.getOutgoing().iterator().next().getTarget();
                if (!node.isCamundaAsyncAfter() && !next.isCamundaAsyncBefore()) {
                    broken.add(next.getId() + " runs in the job of the timer " + node.getId());
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void steps_behind_a_persons_task_run_in_that_persons_transaction(Model model) {
        var broken = new ArrayList<String>();

        for (var task : model.all(UserTask.class)) {
            if (task.isCamundaAsyncAfter() || task.isCamundaAsyncBefore()) {
                broken.add(task.getId() + " is asynchronous");
            }
            for (var way : task.getOutgoing()) {
                if (way.getTarget().isCamundaAsyncBefore()) {
                    broken.add(way.getTarget().getId() + " is asynchronous behind " + task.getId());
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_job_is_retried_by_the_same_list(Model model) {
        var broken = new ArrayList<String>();

        for (var node : model.all(FlowNode.class)) {
            var job = node.isCamundaAsyncBefore()
                    || node.isCamundaAsyncAfter()
                    || node instanceof CatchEvent event && hasTimer(event);
            if (job && !RETRIES.equals(retries(node))) {
                broken.add(node.getId() + " is not retried by " + RETRIES);
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void messages_are_the_known_ones(Model model) {
        assertThat(model.all(Message.class)).extracting(Message::getName).isSubsetOf(MESSAGES);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_called_model_is_the_one_deployed_with_its_caller(Model model) {
        assertThat(model.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
            assertThat(call.getCalledElement()).as(call.getId()).isEqualTo(call.getId());
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_has_a_version_of_its_own_and_says_how_long_its_history_is_kept(Model model) {
        var process = model.all(Process.class).iterator().next();

        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1826D");
        assertThat(process.isCamundaStartableInTasklist()).isFalse();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isExternal(FlowNode node) {
        return node instanceof ServiceTask task && "external".equals(task.getCamundaType());
    }

    private static boolean hasTimer(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private static String date(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .map(TimerEventDefinition::getTimeDate)
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent)
                .findFirst()
                .orElse(null);
    }

    private static String retries(FlowNode node) {
        if (node.getExtensionElements() == null) {
            return "none";
        }
        return node.getExtensionElements().getElements().stream()
                .filter(CamundaFailedJobRetryTimeCycle.class::isInstance)
                .map(ModelElementInstance::getTextContent)
                .findFirst()
                .orElse("none");
    }

    private static Object defaultOf(Gateway gateway) {
        return gateway.getAttributeValue("default");
    }

    private static String owner(ModelElementInstance part) {
        return part.getParentElement().getParentElement().getAttributeValue("id");
    }

    /** A model file that prints as its name. */
    record Model(String name, BpmnModelInstance content) {

        static Model read(String name) {
            return new Model(
                    name,
                    Bpmn.readModelFromFile(Path.of("processes", name + ".bpmn").toFile()));
        }

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return List.copyOf(content.getModelElementsByType(type));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
