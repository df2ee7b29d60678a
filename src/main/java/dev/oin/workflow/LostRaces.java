package dev.oin.workflow;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a transaction that lost a race for a submission's token, mostly against a job of the engine that goes on after a finished run: nothing of it was
 * stored, so it is done again with what the winner left behind.
 */
final class LostRaces implements MethodInterceptor {

    private static final int ATTEMPTS = 8;

    @Override
    public @Nullable Object invoke(MethodInvocation useCase) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return useCase.proceed();
        }
        return again(() -> ((ProxyMethodInvocation) useCase).invocableClone().proceed());
    }

    /** Does the work again while it loses the race. */
    static void repeat(Runnable transaction) {
        again(() -> {
            transaction.run();
            return null;
        });
    }

    private static <E extends Throwable> @Nullable Object again(Work<E> work) throws E {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.perform();
            } catch (OptimisticLockingException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    /** One attempt. */
    private interface Work<E extends Throwable> {
        @Nullable
        Object perform() throws E;
    }
}
