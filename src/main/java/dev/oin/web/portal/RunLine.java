package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.RunEvent;
import dev.oin.checks.WatchRuns;
import dev.oin.kernel.RunId;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open run page that there is something new; the page then fetches it. */
@Controller
class RunLine {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final CheckRuns runs;
    private final WatchRuns watch;

    RunLine(CheckRuns runs, WatchRuns watch) {
        this.runs = runs;
        this.watch = watch;
    }

    @GetMapping(path = "/runs/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(@PathVariable UUID id, Caller caller) {
        var owner = caller.organization();
        var run = (caller.isStaff()
                        ? runs.find(new RunId(id))
                        : Optional.ofNullable(owner)
                                .filter(organization -> caller.mayView())
                                .flatMap(organization -> runs.find(new RunId(id), organization)))
                .orElseThrow(Missing::new);
        var line = new SseEmitter(LONGEST.toMillis());
        var subscription = watch.watch(run.id(), 0, event -> tell(line, event));
        line.onCompletion(subscription::close);
        line.onTimeout(line::complete);
        line.onError(lost -> subscription.close());
        return line;
    }

    private static void tell(SseEmitter line, RunEvent event) {
        try {
            switch (event) {
                case RunEvent.Moved(var run) ->
                    line.send(SseEmitter.event().name("changed").data("moved"));
                case RunEvent.ResultRecorded(var result) ->
                    line.send(SseEmitter.event()
                            .name("changed")
                            .data(result.check().value()));
                case RunEvent.Over(var run) -> {
                    line.send(SseEmitter.event().name("end").data(run.status().name()));
                    line.complete();
                }
            }
        } catch (IOException | IllegalStateException gone) {
            line.completeWithError(gone);
        }
    }
}
