package dev.oin.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** Remembers the page that a visitor wanted before signing in; never a script's request or a form's post. */
class PagesToReturnTo implements RequestCache {

    private final HttpSessionRequestCache pages = new HttpSessionRequestCache();

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        var accepts = request.getHeader("Accept");
        if (HttpMethod.GET.matches(request.getMethod()) && accepts != null && accepts.contains("text/html")) {
            pages.saveRequest(request, response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return pages.getRequest(request, response) instanceof DefaultSavedRequest saved
                ? new SimpleSavedRequest(path(saved))
                : null;
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return pages.getMatchingRequest(request, response);
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        pages.removeRequest(request, response);
    }

    /** Without the host, which is whatever the request claimed. */
    private static String path(DefaultSavedRequest saved) {
        var path = saved.getRequestURI().replaceFirst("^/+", "/");
        return saved.getQueryString() == null ? path : path + "?" + saved.getQueryString();
    }
}
