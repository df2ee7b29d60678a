package dev.oin.review;

import dev.oin.checks.logout.LogoutRecords;
import dev.oin.kernel.Protocol;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the records of the submission's instances. */
@Component
class FindsLogoutTests implements LogoutTests {

    private final Instances instances;
    private final LogoutRecords records;

    FindsLogoutTests(Instances instances, LogoutRecords records) {
        this.instances = instances;
        this.records = records;
    }

    @Override
    public List<LogoutTest> of(Submission submission) {
        if (!submission.content().has(Protocol.UNIVERSAL_LOGOUT)) {
            return List.of();
        }
        return instances.of(submission.id()).stream()
                .flatMap(instance ->
                        records.latest(instance.id()).stream().map(record -> new LogoutTest(instance.label(), record)))
                .toList();
    }
}
