package dev.oin.vault;

import dev.oin.kernel.EntityId;
import java.nio.charset.StandardCharsets;

/**
 * Whose secret it is. A sealed secret that is copied to another owner's row cannot be opened there.
 *
 * @param kind the owner's table, such as {@code submission}
 * @param field which secret of the owner, such as {@code scim.token}
 */
public record SecretOwner(String kind, EntityId id, String field) {

    byte[] associatedData() {
        return (kind + '/' + id.value() + '/' + field).getBytes(StandardCharsets.UTF_8);
    }
}
