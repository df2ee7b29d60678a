package dev.oin.web.api;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes of one request that are kept together, or not at all: an answer other than success takes all of them back. */
@Component
class AllOrNothing {

    private final TransactionTemplate transaction;

    AllOrNothing(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    ResponseEntity<Object> write(Supplier<ResponseEntity<Object>> writes) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var answer = writes.get();
            if (!answer.getStatusCode().is2xxSuccessful()) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }
}
