package dev.oin.workflow;

import org.springframework.aop.Advisor;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.Transactional;

/** Puts {@link LostRaces} around every use case, outside its transaction. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class LostRacesConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor lostRaces() {
        var useCases = new ComposablePointcut(AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class))
                .union(AnnotationMatchingPointcut.forClassAnnotation(Transactional.class))
                .intersection((ClassFilter) type -> type.getName().startsWith("dev.oin."));
        var advisor = new DefaultPointcutAdvisor(useCases, new LostRaces());
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }
}
