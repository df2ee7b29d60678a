package dev.oin.sample.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One kind of what is offered, as SCIM resources that nobody can change. */
record OfferedResources(ResourceType type, Offers offers) implements Resources {

    @Override
    public ObjectNode search(Query query) {
        return offers.search(query, type);
    }

    @Override
    public ObjectNode read(String id) {
        return offers.find(type, id).orElseThrow(() -> ScimProblem.notFound(type.title(), id));
    }

    @Override
    public ObjectNode create(ObjectNode sent) {
        throw fixed();
    }

    @Override
    public ObjectNode replace(String id, ObjectNode sent, Precondition precondition) {
        throw fixed();
    }

    @Override
    public ObjectNode patch(String id, ObjectNode sent, Precondition precondition) {
        throw fixed();
    }

    @Override
    public void delete(String id, Precondition precondition) {
        throw fixed();
    }

    private ScimProblem fixed() {
        return new ScimProblem(501, null, "What is offered is not changed by SCIM");
    }

    /** The kinds that there are. */
    @Configuration
    static class Kinds {

        @Bean
        Resources roles(Offers offers) {
            return new OfferedResources(ResourceType.ROLE, offers);
        }

        @Bean
        Resources licenses(Offers offers) {
            return new OfferedResources(ResourceType.LICENSE, offers);
        }

        @Bean
        Resources sites(Offers offers) {
            return new OfferedResources(ResourceType.SITE, offers);
        }
    }
}
