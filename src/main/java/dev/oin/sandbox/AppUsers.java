package dev.oin.sandbox;

import dev.oin.submission.Scim;
import dev.oin.submission.Scim.Mapping;
import dev.oin.submission.Scim.Mapping.Direction;
import dev.oin.submission.Scim.Mapping.Scope;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import dev.oin.submission.expression.AttributeValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What apps are told of people: the mappings of the instance's version (submission-rules 8.1), with what is set at the assignment before them; for the person before
 * their groups.
 */
@Component
public class AppUsers {

    /** Marks what the product makes in an app, so that it can be told from the app's own people. */
    public static final String MARK = "oin-";

    private static final Pattern WORD = Pattern.compile("(?:user\\.)?([A-Za-z][A-Za-z0-9]*)");

    private final AppAttributes attributes;
    private final Grants grants;
    private final Versions versions;

    AppUsers(AppAttributes attributes, Grants grants, Versions versions) {
        this.attributes = attributes;
        this.grants = grants;
        this.versions = versions;
    }

    /** An attribute of the app that can be set at an assignment. */
    public record Attribute(String target, boolean personal, boolean required) {}

    /** The attributes that can be set at an assignment to the instance. */
    public List<Attribute> attributesOf(Instance instance) {
        return toApp(mappings(instance)).stream()
                .map(mapping -> new Attribute(
                        String.valueOf(mapping.target()),
                        mapping.scope() == Scope.PERSONAL,
                        Boolean.TRUE.equals(mapping.required())))
                .toList();
    }

    /** The person as the instance's app is told of them. */
    public AppUser of(Instance instance, Person person) {
        return of(
                        person,
                        mappings(instance),
                        attributes.of(instance.id(), person.id()),
                        attributes.ofGroups(instance, person))
                .with(grants.of(instance.id(), person.id()));
    }

    /** The person by the mappings alone. */
    public static AppUser of(Person person, List<Mapping> mappings) {
        return of(person, mappings, Map.of(), Map.of());
    }

    static AppUser of(Person person, List<Mapping> mappings, Map<String, String> own, Map<String, String> groups) {
        var values = new LinkedHashMap<String, String>();
        var missing = new ArrayList<String>();
        for (var mapping : toApp(mappings)) {
            var target = String.valueOf(mapping.target());
            var value = value(mapping, target, person, own, groups);
            values.put(target, value);
            if (value.isEmpty() && Boolean.TRUE.equals(mapping.required())) {
                missing.add(target);
            }
        }
        return new AppUser(
                MARK + person.id(),
                person.profile().getOrDefault("displayName", person.fullName()),
                values.entrySet().stream()
                        .filter(value -> !value.getValue().isEmpty())
                        .map(value -> new AppUser.Value(value.getKey(), value.getValue()))
                        .toList(),
                values.entrySet().stream()
                        .filter(value -> value.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList(),
                missing,
                List.of());
    }

    private static String value(
            Mapping mapping, String target, Person person, Map<String, String> own, Map<String, String> groups) {
        var mine = own.get(target);
        if (mine != null) {
            return mine;
        }
        var theirs = mapping.scope() == Scope.PERSONAL ? null : groups.get(target);
        return theirs == null ? source(String.valueOf(mapping.source()).strip(), person) : theirs;
    }

    /** An attribute's name, or a value as in attribute statements. */
    private static String source(String source, Person person) {
        var word = WORD.matcher(source);
        if (word.matches()) {
            return person.profile().getOrDefault(word.group(1), "").strip();
        }
        var named = new HashMap<String, String>();
        person.profile().forEach((name, value) -> named.put("user." + name, value));
        return AttributeValues.evaluate(source, named).orElse("");
    }

    /** The values that attribute statements call {@code appuser.…}: the user name, and what the mappings declare. */
    public Map<String, String> named(Instance instance, Person person) {
        var named = new HashMap<String, String>();
        var user = of(instance, person);
        user.values().forEach(value -> named.put("appuser." + Mapping.name(value.target()), value.text()));
        named.putIfAbsent("appuser.userName", person.email());
        return named;
    }

    /** What is set at the person's assignments only, by the same names. */
    public Map<String, String> assigned(Instance instance, Person person) {
        var named = new HashMap<String, String>();
        attributes
                .ofGroups(instance, person)
                .forEach((target, value) -> named.put("appuser." + Mapping.name(target), value));
        attributes
                .of(instance.id(), person.id())
                .forEach((target, value) -> named.put("appuser." + Mapping.name(target), value));
        return named;
    }

    private static List<Mapping> toApp(List<Mapping> mappings) {
        return mappings.stream()
                .filter(mapping -> mapping.direction() == Direction.TO_APP
                        && mapping.target() != null
                        && mapping.source() != null
                        && !mapping.target().equals("active"))
                .collect(Collectors.toMap(
                        Mapping::target, mapping -> mapping, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Those of the instance's version, also where the instance itself does not provision. */
    private List<Mapping> mappings(Instance instance) {
        var scim = instance.app().scim();
        if (scim != null) {
            return scim.settings().mappings();
        }
        return versions.find(instance.integration(), instance.version())
                .map(Version::content)
                .map(content -> content.configuration().scim())
                .filter(Objects::nonNull)
                .map(Scim::mappings)
                .orElse(List.of());
    }
}
