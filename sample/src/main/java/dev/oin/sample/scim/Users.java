package dev.oin.sample.scim;

import static dev.oin.sample.state.Weakness.SCIM_CASE_SENSITIVE_USER_NAME;
import static dev.oin.sample.state.Weakness.SCIM_CREATE_NOT_STORED;
import static dev.oin.sample.state.Weakness.SCIM_DUPLICATE_400;
import static dev.oin.sample.state.Weakness.SCIM_DUPLICATE_ACCEPTED;
import static dev.oin.sample.state.Weakness.SCIM_EMPTY_USER_LIST;
import static dev.oin.sample.state.Weakness.SCIM_LIST_SERVER_ERROR;
import static dev.oin.sample.state.Weakness.SCIM_NEW_ID_ON_REACTIVATE;
import static dev.oin.sample.state.Weakness.SCIM_NOT_ATOMIC;
import static dev.oin.sample.state.Weakness.SCIM_NO_MATCH_404;
import static dev.oin.sample.state.Weakness.SCIM_PAGING_IGNORED;
import static dev.oin.sample.state.Weakness.SCIM_UNFILTERED_LIST;
import static dev.oin.sample.state.Weakness.SCIM_UNKNOWN_USER_200;
import static dev.oin.sample.state.Weakness.SCIM_UPPER_CASE_FILTER_500;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.people.Account;
import dev.oin.sample.people.People;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** People's accounts as SCIM users. */
@Component
class Users implements Resources {

    private final People people;
    private final Rendering rendering;
    private final Distortions distortions;
    private final Offers offers;

    Users(People people, Rendering rendering, Distortions distortions, Offers offers) {
        this.offers = offers;
        this.people = people;
        this.rendering = rendering;
        this.distortions = distortions;
    }

    @Override
    public ResourceType type() {
        return ResourceType.USER;
    }

    @Override
    public ObjectNode search(Query asked) {
        if (distortions.has(SCIM_LIST_SERVER_ERROR)) {
            throw new ScimProblem(500, null, "The list of users is out of order");
        }
        Query query = distorted(asked);
        List<ObjectNode> all = distortions.has(SCIM_EMPTY_USER_LIST) && query.filter() == null
                ? List.of()
                : people.all().stream()
                        .map(rendering::user)
                        .filter(user -> isCaseRight(query, user))
                        .map(distortions::user)
                        .toList();
        ObjectNode list = query.run(all);
        if (list.path("totalResults").asInt() == 0 && query.filter() != null && distortions.has(SCIM_NO_MATCH_404)) {
            throw new ScimProblem(404, null, "No user matches the filter");
        }
        return distortions.list(list);
    }

    private Query distorted(Query query) {
        if (query.filter() instanceof Filter.Compare compare
                && distortions.has(SCIM_UPPER_CASE_FILTER_500)
                && compare.operand().asText().equals(compare.operand().asText().toUpperCase(Locale.ROOT))) {
            throw new ScimProblem(500, null, "The filter is out of order");
        }
        Query filtered = distortions.has(SCIM_UNFILTERED_LIST) ? query.unfiltered() : query;
        return distortions.has(SCIM_PAGING_IGNORED) ? filtered.unpaged() : filtered;
    }

    private boolean isCaseRight(Query query, ObjectNode user) {
        return !distortions.has(SCIM_CASE_SENSITIVE_USER_NAME)
                || !(query.filter() instanceof Filter.Compare compare)
                || !"userName".equals(compare.path().name())
                || compare.operand().asText().equals(user.path("userName").asText());
    }

    @Override
    public ObjectNode read(String id) {
        boolean anybody = people.find(id).isEmpty() && distortions.has(SCIM_UNKNOWN_USER_200);
        return distortions.readUser(rendering.user(anybody ? people.all().getFirst() : find(id)));
    }

    private Account find(String id) {
        return people.find(id).orElseThrow(() -> ScimProblem.notFound("User", id));
    }

    @Override
    public ObjectNode create(ObjectNode sent) {
        ObjectNode profile = Reading.resource(sent, ResourceType.USER);
        if (!profile.has("active")) {
            profile.put("active", true);
        }
        offers.check(profile);
        boolean unique = !distortions.has(SCIM_DUPLICATE_ACCEPTED);
        Account account =
                people.add(distortions.stored(profile), List.of(), unique).orElseThrow(this::taken);
        ObjectNode rendered = distortions.created(rendering.user(account), sent);
        if (distortions.has(SCIM_CREATE_NOT_STORED)) {
            people.remove(account.id());
        }
        return rendered;
    }

    private ScimProblem taken() {
        return new ScimProblem(
                distortions.has(SCIM_DUPLICATE_400) ? 400 : 409, "uniqueness", "A user with this userName exists");
    }

    @Override
    public ObjectNode replace(String id, ObjectNode sent, Precondition precondition) {
        synchronized (people) {
            Account account = find(id);
            precondition.check(rendering.user(account));
            ObjectNode profile = Reading.resource(sent, ResourceType.USER);
            if (!profile.has("active")) {
                profile.put("active", true);
            }
            return change(account, profile);
        }
    }

    @Override
    public ObjectNode patch(String id, ObjectNode sent, Precondition precondition) {
        synchronized (people) {
            Account account = find(id);
            precondition.check(rendering.user(account));
            Patch patch = Patch.read(sent, ResourceType.USER);
            if (distortions.has(SCIM_NOT_ATOMIC)) {
                people.store(account.withProfile(patch.applyToAsFarAsPossible(account.profile()), people.now()));
            }
            return change(account, patch.applyTo(account.profile()));
        }
    }

    private ObjectNode change(Account account, ObjectNode profile) {
        offers.check(profile);
        ObjectNode kept = distortions.changed(account.profile(), profile);
        boolean unique = !distortions.has(SCIM_DUPLICATE_ACCEPTED);
        if (unique && people.isTaken(kept.path("userName").asText(), account.id())) {
            throw new ScimProblem(409, "uniqueness", "A user with this userName exists");
        }
        boolean reactivated = !account.active() && kept.path("active").asBoolean(true);
        Account changed =
                kept.equals(account.profile()) ? account : people.store(account.withProfile(kept, people.now()));
        return distortions.user(rendering.user(
                reactivated && distortions.has(SCIM_NEW_ID_ON_REACTIVATE) ? people.renumber(changed) : changed));
    }

    @Override
    public void delete(String id, Precondition precondition) {
        synchronized (people) {
            precondition.check(rendering.user(find(id)));
            people.remove(id);
        }
    }
}
