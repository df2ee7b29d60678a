package dev.oin.web.frame;

import dev.oin.web.problems.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.DeferredResultProcessingInterceptor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers that stay open until something happens, such as the line of a run's page. They end first when the product stops, before the web server waits for all that is open, half a
 * minute at most: a stream ends, and its page opens another one at the node that is next; a call that waits is told to ask again (503 with {@code Retry-After}).
 */
@Component
class OpenAnswers implements WebMvcConfigurer, DeferredResultProcessingInterceptor, SmartLifecycle {

    private final Map<DeferredResult<?>, NativeWebRequest> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer async) {
        async.registerDeferredResultInterceptors(this);
    }

    @Override
    public <T> void preProcess(NativeWebRequest request, DeferredResult<T> answer) {
        open.put(answer, request);
    }

    @Override
    public <T> void afterCompletion(NativeWebRequest request, DeferredResult<T> answer) {
        open.remove(answer);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach((answer, request) -> end(answer, request.getNativeResponse(HttpServletResponse.class)));
    }

    private static void end(DeferredResult<?> answer, @Nullable HttpServletResponse response) {
        if (response != null && response.isCommitted()) {
            answer.setResult(null);
        } else {
            answer.setErrorResult(Problems.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "stopping",
                            "The product is stopping",
                            "Nothing is lost. Ask again in a moment.")
                    .with(HttpHeaders.RETRY_AFTER, "1")
                    .answer());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
