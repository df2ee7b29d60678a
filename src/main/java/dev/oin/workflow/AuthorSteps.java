package dev.oin.workflow;

import dev.oin.gate.EvaluateGate;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the ISV's part; each method is named for its element. */
@Configuration(proxyBeanMethods = false)
class AuthorSteps {

    @Bean
    JavaDelegate enforceSubmissionGate(EvaluateGate gate) {
        return execution -> Variable.GATE_OPEN.set(execution, gate.isOpenForSubmitter(Variable.submission(execution)));
    }

    @Bean
    JavaDelegate enforceResubmissionGate(EvaluateGate gate) {
        return execution -> Variable.GATE_OPEN.set(execution, gate.isOpenForSubmitter(Variable.submission(execution)));
    }
}
