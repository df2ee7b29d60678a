package dev.oin.sample.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.sample.SampleSettings;
import dev.oin.sample.state.JsonFile;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody who has an account, and their groups, in the order of their creation. */
@Component
public class People {

    private final ObjectMapper json;
    private final Clock clock;
    private final JsonFile accountFile;
    private final JsonFile groupFile;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    People(SampleSettings settings, ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
        this.accountFile = new JsonFile(settings.data().resolve("people.json"), json);
        this.groupFile = new JsonFile(settings.data().resolve("groups.json"), json);
        accountFile.read().ifPresentOrElse(this::load, this::reset);
        groupFile
                .read()
                .ifPresent(tree -> tree.forEach(node -> {
                    Group group = parse(node, Group.class);
                    groups.put(group.id(), group);
                }));
    }

    private void load(JsonNode tree) {
        tree.forEach(node -> {
            Account account = parse(node, Account.class);
            accounts.put(account.id(), account);
        });
    }

    private <T> T parse(JsonNode node, Class<T> type) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /** Forgets everybody but the application's own administrator. */
    public final synchronized void reset() {
        accounts.clear();
        groups.clear();
        ObjectNode admin = json.createObjectNode().put("userName", "ada.admin@sample-hr.example");
        admin.putObject("name").put("givenName", "Ada").put("familyName", "Admin");
        admin.put("displayName", "Ada Admin").put("active", true);
        admin.putArray("emails")
                .addObject()
                .put("value", "ada.admin@sample-hr.example")
                .put("type", "work")
                .put("primary", true);
        store(new Account(newId(), admin, List.of(), true, now(), now(), null));
        groupFile.write(groups.values());
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    public synchronized List<Account> all() {
        return List.copyOf(accounts.values());
    }

    public synchronized Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public synchronized Optional<Account> withIdentity(Identity identity) {
        return accounts.values().stream()
                .filter(account -> account.identities().contains(identity))
                .findFirst();
    }

    /** Everybody with the address; there can be one in each tenant. */
    public synchronized List<Account> allReachedAt(String email) {
        return accounts.values().stream()
                .filter(account -> account.isReachedAt(email))
                .toList();
    }

    /** Whether somebody other than {@code except} has this userName, in any letter case. */
    public synchronized boolean isTaken(String userName, @Nullable String except) {
        return accounts.values().stream()
                .anyMatch(account -> account.userName().equalsIgnoreCase(userName)
                        && !account.id().equals(except));
    }

    /** Adds somebody, unless the userName is taken and has to be unique. */
    public synchronized Optional<Account> add(ObjectNode profile, List<Identity> identities, boolean unique) {
        if (unique && isTaken(profile.path("userName").asText(), null)) {
            return Optional.empty();
        }
        return Optional.of(store(new Account(newId(), profile, identities, false, now(), now(), null)));
    }

    public synchronized Account store(Account account) {
        accounts.put(account.id(), account);
        accountFile.write(accounts.values());
        return account;
    }

    /** Gives somebody another id, in the same place of the order. */
    public synchronized Account renumber(Account account) {
        Account renumbered = account.withId(newId());
        Map<String, Account> copy = new LinkedHashMap<>(accounts);
        accounts.clear();
        copy.values().forEach(each -> {
            Account kept = each.id().equals(account.id()) ? renumbered : each;
            accounts.put(kept.id(), kept);
        });
        accountFile.write(accounts.values());
        return renumbered;
    }

    public synchronized boolean remove(String id) {
        if (accounts.remove(id) == null) {
            return false;
        }
        accountFile.write(accounts.values());
        groups.replaceAll((key, group) -> group.members().contains(id) ? group.without(id) : group);
        groupFile.write(groups.values());
        return true;
    }

    public synchronized List<Group> groups() {
        return List.copyOf(groups.values());
    }

    public synchronized List<Group> groupsOf(String member) {
        return groups.values().stream()
                .filter(group -> group.members().contains(member))
                .toList();
    }

    public synchronized Optional<Group> findGroup(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    public synchronized Group addGroup(String displayName, @Nullable String externalId, Set<String> members) {
        return storeGroup(new Group(newId(), displayName, externalId, members, now(), now()));
    }

    public synchronized Group storeGroup(Group group) {
        groups.put(group.id(), group);
        groupFile.write(groups.values());
        return group;
    }

    public synchronized boolean removeGroup(String id) {
        if (groups.remove(id) == null) {
            return false;
        }
        groupFile.write(groups.values());
        return true;
    }

    /** Those of {@code ids} that nobody has. */
    public synchronized Set<String> unknown(Set<String> ids) {
        return ids.stream()
                .filter(id -> !accounts.containsKey(id) && !groups.containsKey(id))
                .collect(Collectors.toSet());
    }
}
