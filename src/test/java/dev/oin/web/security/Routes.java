package dev.oin.web.security;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** All routes that lead to a controller or to an endpoint of operations. */
final class Routes {

    private Routes() {}

    /** As {@code GET /runs/{id}}, with {@code ?wait} where the parameter decides. */
    static Set<String> of(ApplicationContext context) {
        var routes = new TreeSet<String>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> routes.addAll(of(info))));
        return routes;
    }

    private static List<String> of(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var parameter = info.getParamsCondition().getExpressions().stream()
                .filter(wanted -> !wanted.isNegated())
                .map(wanted -> "?" + wanted.getName())
                .findFirst()
                .orElse("");
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty()
                                ? Stream.of("ANY")
                                : methods.stream().map(Enum::name))
                        .map(method -> method + " " + pattern + parameter))
                .toList();
    }
}
