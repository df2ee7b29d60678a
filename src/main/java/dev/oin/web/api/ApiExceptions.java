package dev.oin.web.api;

import dev.oin.web.problems.FieldError;
import dev.oin.web.problems.ProblemWriter;
import dev.oin.web.problems.Problems;
import dev.oin.web.problems.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever goes wrong on the API's path into problem details; pages are left alone. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiExceptions implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptions.class);

    private final ProblemWriter writer;

    ApiExceptions(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        var isForSecurity = thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException;
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/") || isForSecurity) {
            return null;
        }
        try {
            if (!response.isCommitted()) {
                writer.write(refusal(thrown), request, response);
            }
            return new ModelAndView();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Refusal refusal(Exception thrown) {
        return switch (thrown) {
            case HttpMessageNotReadableException unreadable -> UnreadableBody.refusal(unreadable);
            case RequestRejectedException rejected ->
                Problems.malformed("The address or a parameter holds a character that is not allowed.", List.of());
            case MultipartException form ->
                Problems.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "media-type",
                        "Media type not supported",
                        "Forms are not accepted here.");
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case ServletRequestBindingException missing ->
                Problems.malformed(String.valueOf(missing.getMessage()), List.of());
            case NoResourceFoundException none -> Problems.notFound();
            case NoHandlerFoundException none -> Problems.notFound();
            case HttpRequestMethodNotSupportedException method -> method(method);
            case HttpMediaTypeNotSupportedException type ->
                Problems.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "media-type",
                        "Media type not supported",
                        "%s is not accepted here.".formatted(type.getContentType()));
            case HttpMediaTypeNotAcceptableException accept ->
                Problems.of(
                        HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not acceptable", "This is offered as JSON only.");
            default -> ours(thrown);
        };
    }

    private static Refusal method(HttpRequestMethodNotSupportedException method) {
        var offered = method.getSupportedMethods() == null ? new String[0] : method.getSupportedMethods();
        return Problems.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Method not allowed",
                        "%s is not offered here.".formatted(method.getMethod()))
                .with(HttpHeaders.ALLOW, String.join(", ", offered));
    }

    private static Refusal mismatch(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problems.notFound();
        }
        var error = new FieldError(mismatch.getName(), mismatch.getName() + ".type", "This value has the wrong form.");
        return Problems.malformed("The parameter %s has the wrong form.".formatted(mismatch.getName()), List.of(error));
    }

    private static Refusal ours(Exception thrown) {
        LOG.error("An API call failed", thrown);
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "ours",
                "Our fault",
                "Something went wrong on our side; nothing was changed.");
    }
}
