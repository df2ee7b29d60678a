package dev.oin.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.FileCopyUtils;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Says how long a file may be kept that was found by a name with its version in it. */
record KeptVersions(CacheControl howLong) implements ResourceTransformer {

    @Override
    public Resource transform(HttpServletRequest request, Resource found, ResourceTransformerChain chain)
            throws IOException {
        var made = chain.transform(request, found);
        return found instanceof HttpResource named && named.getResponseHeaders().getETag() != null
                ? new Kept(made, named.getResponseHeaders(), howLong)
                : made;
    }

    private static final class Kept extends TransformedResource implements HttpResource {

        private final HttpHeaders headers = new HttpHeaders();

        Kept(Resource content, HttpHeaders named, CacheControl howLong) throws IOException {
            super(content, FileCopyUtils.copyToByteArray(content.getInputStream()));
            headers.putAll(named);
            headers.setCacheControl(howLong);
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            return headers;
        }
    }
}
