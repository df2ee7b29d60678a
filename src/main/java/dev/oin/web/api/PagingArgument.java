package dev.oin.web.api;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Paging} from the query. */
class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws ServletRequestBindingException {
        var page = number(request.getParameter("page"), 1);
        var size = number(request.getParameter("size"), Paging.USUAL);
        if (!Paging.allows(page, size)) {
            throw new ServletRequestBindingException(
                    "page counts from 1, and size from 1 to %d.".formatted(Paging.MOST));
        }
        return new Paging(page, size);
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }
}
