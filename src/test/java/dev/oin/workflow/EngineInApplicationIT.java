package dev.oin.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.account.AccountFixture;
import dev.oin.storage.database.OinSpringTest;
import java.util.ArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** The engine as the application starts it. */
@OinSpringTest
@Import(AccountFixture.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EngineInApplicationIT {

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final ModelsDeployment deployment;
    private final ApplicationContext beans;

    EngineInApplicationIT(
            ProcessEngine engine, RepositoryService repository, ModelsDeployment deployment, ApplicationContext beans) {
        this.engine = engine;
        this.repository = repository;
        this.deployment = deployment;
        this.beans = beans;
    }

    @Test
    void models_and_forms_are_one_deployment_named_by_their_place_on_the_class_path() {
        var deployed = repository.createDeploymentQuery().list();

        assertThat(deployed).hasSize(1);
        assertThat(repository.getDeploymentResourceNames(deployed.getFirst().getId()))
                .contains("processes/oin-submission.bpmn", "processes/qa-testing.bpmn");
    }

    @Test
    void a_second_start_deploys_nothing_new() {
        deployment.postProcessEngineBuild(engine);

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(2);
    }

    @Test
    void every_service_task_has_its_bean() {
        var missing = new ArrayList<String>();

        for (var definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            for (var task :
                    repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(ServiceTask.class)) {
                if (task.getCamundaDelegateExpression() != null
                        && !(beans.containsBean(task.getId()) && beans.getBean(task.getId()) instanceof JavaDelegate)) {
                    missing.add(task.getId());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void every_external_task_has_its_worker() {
        var topics = new ArrayList<String>();
        beans.getBeansOfType(ExternalWork.class).values().forEach(work -> topics.addAll(work.topics()));

        for (var definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            for (var task :
                    repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(ServiceTask.class)) {
                if (task.getCamundaTopic() != null) {
                    assertThat(topics).contains(task.getCamundaTopic());
                }
            }
        }
    }
}
