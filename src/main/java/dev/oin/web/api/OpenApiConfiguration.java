package dev.oin.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.account.Caller;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's own description, in the names that its JSON uses. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Paging.class);
    }

    @Bean
    OpenAPI description() {
        var token = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(
                        new Info()
                                .title("OIN pipeline")
                                .version("v1")
                                .description(
                                        "Everything that moves a submission on a page can be done here. Errors are problem details"
                                                + " (RFC 9457). Lists take page and size. Writes of a submission's content take If-Match."))
                .components(new Components().addSecuritySchemes("token", token))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    ModelResolver snakeCase(ObjectMapper json) {
        return new ModelResolver(json);
    }
}
