package dev.oin.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.DeferredResult;

class OpenAnswersTest {

    private final OpenAnswers open = new OpenAnswers();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final ServletWebRequest request = new ServletWebRequest(new MockHttpServletRequest(), response);
    private final DeferredResult<Object> answer = new DeferredResult<>();

    @Test
    void a_call_that_waits_is_told_to_ask_again_when_the_product_stops() {
        open.preProcess(request, answer);

        open.stop();

        assertThat(answer.getResult()).isInstanceOfSatisfying(ResponseEntity.class, told -> {
            assertThat(told.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(told.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        });
    }

    @Test
    void a_stream_that_has_begun_ends() throws IOException {
        open.preProcess(request, answer);
        response.flushBuffer();

        open.stop();

        assertThat(answer.hasResult()).isTrue();
        assertThat(answer.getResult()).isNull();
    }

    @Test
    void what_is_answered_is_left_alone() {
        open.preProcess(request, answer);
        open.afterCompletion(request, answer);

        open.stop();

        assertThat(answer.hasResult()).isFalse();
    }

    @Test
    void they_end_before_the_web_server_waits_for_them() {
        assertThat(open.getPhase()).isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }
}
