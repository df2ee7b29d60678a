package dev.oin.web.catalog;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The public catalog's pages as they were drawn last, each under the tag of the state it shows; a page that nobody asks for gives way. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PageShelf extends OncePerRequestFilter {

    private static final String KEY = PageShelf.class.getName();
    private static final int MOST = 500;
    private static final int LARGEST = 256 * 1024;

    private final Map<String, byte[]> pages = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST;
        }
    };

    /** Answers with the page if it is here; else it is put here once it is drawn. */
    boolean answers(String tag, HttpServletRequest request, HttpServletResponse response) {
        var key = request.getRequestURI() + " " + tag;
        var page = find(key);
        if (page == null) {
            request.setAttribute(KEY, key);
            return false;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        try {
            response.getOutputStream().write(page);
        } catch (IOException readerLeft) {
            logger.debug("The reader left", readerLeft);
        }
        return true;
    }

    private synchronized byte @Nullable [] find(String key) {
        return pages.get(key);
    }

    private synchronized void put(String key, byte[] page) {
        pages.put(key, page);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !request.getMethod().equals("GET")
                || !(path.equals("/catalog") || path.startsWith("/catalog/") && !path.endsWith("/logo"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        if (request.getAttribute(KEY) instanceof String key
                && kept.getStatus() == HttpStatus.OK.value()
                && kept.getContentSize() > 0
                && kept.getContentSize() <= LARGEST) {
            put(key, kept.getContentAsByteArray());
        }
        kept.copyBodyToResponse();
    }
}
