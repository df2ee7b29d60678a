package dev.oin.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

class LostRacesTest {

    private int calls;

    @Test
    void repeats_a_use_case_until_it_wins_the_race() {
        var useCase = around(3);

        useCase.run();

        assertThat(calls).isEqualTo(4);
    }

    @Test
    void gives_up_after_a_few_attempts() {
        var useCase = around(100);

        assertThatThrownBy(useCase::run).isInstanceOf(OptimisticLockingException.class);
        assertThat(calls).isEqualTo(8);
    }

    @Test
    void does_not_repeat_what_failed_for_another_reason() {
        var proxy = new ProxyFactory((Runnable) () -> {
            calls++;
            throw new IllegalStateException("broken");
        });
        proxy.addAdvice(new LostRaces());
        var useCase = (Runnable) proxy.getProxy();

        assertThatThrownBy(useCase::run).isInstanceOf(IllegalStateException.class);
        assertThat(calls).isEqualTo(1);
    }

    private Runnable around(int losses) {
        var proxy = new ProxyFactory((Runnable) () -> {
            if (calls++ < losses) {
                throw new OptimisticLockingException("lost");
            }
        });
        proxy.addAdvice(new LostRaces());
        return (Runnable) proxy.getProxy();
    }
}
