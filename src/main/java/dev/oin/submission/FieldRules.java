package dev.oin.submission;

import dev.oin.kernel.Problem;
import dev.oin.submission.FieldValues.Located;
import dev.oin.submission.expression.AttributeValues;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What each field's value must mean, looked at alone. */
@Component
class FieldRules {

    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{2,30}");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> RESERVED = Set.of(
            ("id name label status type user appuser app org session idpuser and or not eq ne lt gt le ge empty null true false"
                            + " instanceof div mod class")
                    .split(" "));

    private static final Pattern MIGRATED_VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final AddressRule addresses;
    private final UrlRule urls;

    FieldRules(AddressRule addresses, UrlRule urls) {
        this.addresses = addresses;
        this.urls = urls;
    }

    /** What is wrong with the value, if anything. */
    Optional<Problem> check(Field field, Located located, Content content, Background background) {
        if (located.isMissing()) {
            return field.need().isRequiredIn(content) ? Optional.of(missing(field, located.key())) : Optional.empty();
        }
        var key = located.key();
        var text = located.text();
        return switch (field.format()) {
            case EMAIL ->
                matches(field, key, text, EMAIL, "is not an e-mail address. Enter one such as name@example.com.");
            case PHONE ->
                matches(field, key, text, PHONE, "is not a phone number. Use digits, spaces and a leading +.");
            case URL -> urls.check(field, key, text);
            case OIDC_EXPRESSION, SAML_EXPRESSION, SCIM_EXPRESSION, SAML_TEXT ->
                addresses.check(field, key, text, content, background);
            case VARIABLE_NAME -> variable(field, key, text, background);
            case ATTRIBUTE_VALUES -> attributes(field, key, text);
            case NUMBER -> range(field, key, located.value().asLong());
            case YES_NO ->
                field.need() == Need.TICKED && !located.value().asBoolean()
                        ? Optional.of(missing(field, key))
                        : Optional.empty();
            case LINE, PARAGRAPH, CHOICE, CHOICES, SECRET, IMAGE, CONSTANT -> Optional.empty();
        };
    }

    /** The problem of a field that must be filled in. */
    static Problem missing(Field field, String key) {
        return switch (field.need()) {
            case TICKED ->
                Problem.error(
                        key,
                        "PR-6",
                        "Confirm that your back end does the authentication; single-page and native clients that hold the tokens are not accepted.");
            case WITH_OAUTH ->
                Problem.error(key, "X-5", "Enter the authorize endpoint, token endpoint, client ID and client secret.");
            case WITH_SAML_SP_FLOW -> Problem.error(key, "X-3", spFlow(field));
            case WITH_GROUPS -> Problem.error(key, "X-6", "Reading groups is required.");
            case OPTIONAL, ALWAYS, IN_EACH_ROW, WITH_SCIM ->
                key.equals("oidc_test.sp_url")
                        ? Problem.error(key, "X-3", spFlow(field))
                        : Problem.error(key, field.rule("required"), needed(field));
        };
    }

    private static String spFlow(Field field) {
        return field.key().endsWith("description") ? "Enter the SP flow description." : "Enter the SP initiate URL.";
    }

    private static String needed(Field field) {
        var isMany = field.label().endsWith("s") && !field.label().endsWith("ss");
        return switch (field.format()) {
            case YES_NO -> field.label() + ": choose yes or no.";
            case CHOICE -> field.label() + ": choose one.";
            case CHOICES -> field.label() + ": choose at least one.";
            case IMAGE -> field.label() + " is needed. Upload it.";
            default -> field.label() + (isMany ? " are needed. Enter them." : " is needed. Enter it.");
        };
    }

    private static Optional<Problem> attributes(Field field, String key, String text) {
        return AttributeValues.fault(text)
                .map(fault -> Problem.error(
                        key, "IR-EX-3", AddressRule.fault(field, key, fault).message()))
                .or(() -> AttributeValues.asksForLogin(text)
                        ? Optional.of(Problem.warning(
                                key, "IR-EX-3", "Use ${user.userName} instead of user.login: it is the same name."))
                        : Optional.empty());
    }

    private static Optional<Problem> variable(Field field, String key, String text, Background background) {
        if (RESERVED.contains(text)) {
            return Optional.of(
                    Problem.error(key, "IV-4", "\"%s\" is a reserved name. Choose another.".formatted(text)));
        }
        return matches(
                field,
                key,
                text,
                background.migrated() ? MIGRATED_VARIABLE : VARIABLE,
                "must start with a lower-case letter; lower-case letters, digits and _ may follow.");
    }

    private static Optional<Problem> range(Field field, String key, long number) {
        var isIndex = field.key().endsWith("index");
        var least = isIndex ? 0 : 100;
        var most = isIndex ? 65_535 : 1_000;
        return number >= least && number <= most
                ? Optional.empty()
                : Optional.of(Problem.error(
                        key,
                        field.rule("format"),
                        "%s must be from %d to %d, is %d.".formatted(field.label(), least, most, number)));
    }

    private static Optional<Problem> matches(Field field, String key, String text, Pattern pattern, String what) {
        return pattern.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Problem.error(key, field.rule("format"), "%s %s".formatted(field.label(), what)));
    }
}
