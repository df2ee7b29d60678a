package dev.oin.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.account.Caller;
import dev.oin.submission.WizardPage;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's own description, in the names that its JSON uses. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String SUBMISSION = "/api/v1/submissions/{id}";

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

    @Bean
    OpenApiCustomizer pagesOfTheWizard() {
        return api -> {
            page(api, "/api/v1/submissions", PathItem.HttpMethod.POST, "ProtocolsPage", WizardPage.PROTOCOLS);
            page(api, SUBMISSION + "/protocols", PathItem.HttpMethod.PUT, "ProtocolsPage", WizardPage.PROTOCOLS);
            page(
                    api,
                    SUBMISSION + "/configuration",
                    PathItem.HttpMethod.PUT,
                    "ConfigurationPage",
                    WizardPage.CONFIGURATION);
            page(
                    api,
                    SUBMISSION + "/test-information",
                    PathItem.HttpMethod.PUT,
                    "TestInformationPage",
                    WizardPage.TEST_INFORMATION);
        };
    }

    @Bean
    OpenApiCustomizer groupsInPlainWords() {
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getTags() != null)
                .forEach(operation -> operation.setTags(operation.getTags().stream()
                        .map(OpenApiConfiguration::plain)
                        .toList()));
    }

    private static void page(OpenAPI api, String path, PathItem.HttpMethod method, String name, WizardPage page) {
        api.getComponents().addSchemas(name, PageSchemas.of(page));
        var body = new RequestBody()
                .required(true)
                .content(new Content()
                        .addMediaType(
                                "application/json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + name))));
        Optional.ofNullable(api.getPaths().get(path))
                .map(item -> item.readOperationsMap().get(method))
                .ifPresent(operation -> operation.setRequestBody(body));
    }

    private static String plain(String tag) {
        var words = List.of(tag.replaceAll("-calls$", "").split("-"));
        var text = String.join(" ", words);
        return text.isEmpty() ? tag : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
