package dev.oin.web.api;

import dev.oin.account.ApiTokens;
import dev.oin.account.Caller;
import dev.oin.account.Callers;
import dev.oin.account.SessionPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller its {@link Caller}: the bearer of the token, or whoever signed in to the session. */
class CallerArgument implements HandlerMethodArgumentResolver {

    private final Callers callers;

    CallerArgument(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case ApiTokens.Bearer bearer -> bearer.caller();
            case SessionPrincipal session ->
                callers.find(session.account())
                        .orElseThrow(() -> new InsufficientAuthenticationException("The account is disabled"));
            case null, default -> throw new InsufficientAuthenticationException("Nobody signed in");
        };
    }
}
