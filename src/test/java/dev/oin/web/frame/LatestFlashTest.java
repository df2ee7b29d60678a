package dev.oin.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;

class LatestFlashTest {

    private static final String PAGE = "/submissions/1/testing";

    private final HttpSession session = new MockHttpSession();

    @Test
    void a_form_that_is_sent_twice_says_something_on_one_page_only() {
        var flashes = new LatestFlash();

        says(flashes, "Links saved.");
        says(flashes, "Links saved again.");

        assertThat(reads(flashes, PAGE)).isEqualTo("Links saved again.");
        assertThat(reads(flashes, PAGE)).isNull();
    }

    @Test
    void springs_own_says_the_other_one_page_late() {
        var flashes = new SessionFlashMapManager();

        says(flashes, "Links saved.");
        says(flashes, "Links saved again.");

        assertThat(reads(flashes, PAGE)).isNotNull();
        assertThat(reads(flashes, PAGE)).as("this is why").isNotNull();
    }

    @Test
    void what_is_for_another_page_stays() {
        var flashes = new LatestFlash();
        says(flashes, "Links saved.");

        assertThat(reads(flashes, "/notifications")).isNull();
        assertThat(reads(flashes, PAGE)).isEqualTo("Links saved.");
    }

    private void says(FlashMapManager flashes, String text) {
        var map = new FlashMap();
        map.put("flash", text);
        map.setTargetRequestPath(PAGE);
        flashes.saveOutputFlashMap(map, request(PAGE), new MockHttpServletResponse());
    }

    private Object reads(FlashMapManager flashes, String path) {
        var found = flashes.retrieveAndUpdate(request(path), new MockHttpServletResponse());
        return found == null ? null : found.get("flash");
    }

    private MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setSession(session);
        return request;
    }
}
