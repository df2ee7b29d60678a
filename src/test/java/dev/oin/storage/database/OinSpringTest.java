package dev.oin.storage.database;

import dev.oin.sandbox.TestKeys;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole application on a free port, with a database of its own. Test classes with the same settings share application and database: let each test make
 * its own organisation, or call {@link TestDatabase#clean}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OinSpringTest.FreshDatabase.class)
@TestExecutionListeners(
        listeners = OinSpringTest.OwnEngine.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface OinSpringTest {

    /** Gives the application a fresh database and a folder of its own. */
    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase.stopAfterSpring();
            context.addBeanFactoryPostProcessor(TestKeys::reuse);
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestDatabase.freshUrl(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.hikari.maximum-pool-size=8",
                            "oin.vault.master-key=bm90IGEgc2VjcmV0OiB0aGUgdGVzdHMnIG93biBrZXk=",
                            "oin.data-dir=target/test-data",
                            "oin.sandbox.public-url=",
                            "oin.sandbox.app-patience=1m")
                    .applyTo(context);
        }
    }

    /**
     * Lets the engine's web applications find this application's engine: they look it up by its name in the whole process, where the engine that started last
     * has it, whoever that belongs to.
     */
    class OwnEngine implements TestExecutionListener {

        @Override
        public void beforeTestClass(TestContext test) {
            ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
        }
    }
}
