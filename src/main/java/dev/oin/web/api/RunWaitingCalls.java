package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.RunEvent;
import dev.oin.checks.WatchRuns;
import dev.oin.kernel.RunId;
import dev.oin.web.problems.Problems;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Following a run: by one long answer, or by server-sent events; neither holds a thread. */
@RestController
@RequestMapping("/api/v1/runs/{id}")
class RunWaitingCalls {

    private static final int LONGEST_WAIT = 120;
    private static final Duration LONGEST_STREAM = Duration.ofMinutes(30);

    private final OwnedThings owned;
    private final CheckRuns runs;
    private final WatchRuns watch;
    private final RunAnswers answers;

    RunWaitingCalls(OwnedThings owned, CheckRuns runs, WatchRuns watch, RunAnswers answers) {
        this.owned = owned;
        this.runs = runs;
        this.watch = watch;
        this.answers = answers;
    }

    @GetMapping(params = "wait")
    DeferredResult<ResponseEntity<Object>> read(Caller caller, @PathVariable UUID id, @RequestParam int wait) {
        var result = new DeferredResult<ResponseEntity<Object>>(
                Duration.ofSeconds(Math.clamp(wait, 0, LONGEST_WAIT)).toMillis(), () -> now(id));
        if (wait < 0 || wait > LONGEST_WAIT) {
            result.setResult(Problems.malformed("wait is from 0 to %d seconds.".formatted(LONGEST_WAIT), List.of())
                    .answer());
            return result;
        }
        var first = owned.run(caller, id, run -> ResponseEntity.ok(answers.show(run)));
        if (wait == 0
                || !(first.getBody() instanceof RunAnswers.Answer run)
                || run.status().isOver()) {
            result.setResult(first);
            return result;
        }
        var subscription = watch.watch(new RunId(id), 0, event -> {
            if (event instanceof RunEvent.Over) {
                result.setResult(now(id));
            }
        });
        result.onCompletion(subscription::close);
        return result;
    }

    @GetMapping(
            path = "/events",
            produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<?> events(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        var readable = owned.run(caller, id, run -> ResponseEntity.noContent().build());
        if (readable.getBody() != null) {
            return readable;
        }
        var emitter = new SseEmitter(LONGEST_STREAM.toMillis());
        var subscription = new AtomicReference<WatchRuns.@Nullable Subscription>();
        emitter.onCompletion(() -> close(subscription.get()));
        subscription.set(watch.watch(new RunId(id), sequence(last), event -> send(emitter, event)));
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(emitter);
    }

    private ResponseEntity<Object> now(UUID id) {
        return runs.find(new RunId(id))
                .<ResponseEntity<Object>>map(run -> ResponseEntity.ok(answers.show(run)))
                .orElseGet(() -> Problems.notFound().answer());
    }

    private static void send(SseEmitter emitter, RunEvent event) {
        try {
            switch (event) {
                case RunEvent.Moved(var run) -> emitter.send(progress("progress", run));
                case RunEvent.ResultRecorded(var result) ->
                    emitter.send(SseEmitter.event()
                            .name("result")
                            .id(Long.toString(result.sequence()))
                            .data(RunAnswers.show(result), MediaType.APPLICATION_JSON));
                case RunEvent.Over(var run) -> {
                    emitter.send(progress("over", run));
                    emitter.complete();
                }
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        }
    }

    private static SseEmitter.SseEventBuilder progress(String name, CheckRun run) {
        return SseEmitter.event().name(name).data(RunAnswers.brief(run), MediaType.APPLICATION_JSON);
    }

    private static void close(WatchRuns.@Nullable Subscription subscription) {
        if (subscription != null) {
            subscription.close();
        }
    }

    private static long sequence(@Nullable String last) {
        return last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
    }
}
