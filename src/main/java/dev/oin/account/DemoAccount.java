package dev.oin.account;

import java.util.Set;

/** The accounts of the local demo. */
public enum DemoAccount {
    SUPER_ADMIN("ISV super admin", "ada@acme.test", "Ada Byron", Set.of(MemberRole.SUPER_ADMIN), Set.of()),
    ANALYST("OIN analyst", "dana@oin.test", "Dana Reyes", Set.of(), Set.of(StaffRole.ANALYST)),
    LEAD("OIN lead", "lee@oin.test", "Lee Park", Set.of(), Set.of(StaffRole.LEAD)),
    MANAGER("Manager", "mo@oin.test", "Mo Haddad", Set.of(), Set.of(StaffRole.MANAGER)),
    ADMINISTRATOR("Administrator", "ari@oin.test", "Ari Olsen", Set.of(), Set.of(StaffRole.ADMIN));

    /** The name in addresses, and the verified domain, of the demo's organisation. */
    static final String ORGANIZATION = "acme";

    static final String DOMAIN = "acme.test";

    private final String role;
    private final String email;
    private final String displayName;
    private final Set<MemberRole> memberRoles;
    private final Set<StaffRole> staffRoles;

    DemoAccount(String role, String email, String displayName, Set<MemberRole> memberRoles, Set<StaffRole> staffRoles) {
        this.role = role;
        this.email = email;
        this.displayName = displayName;
        this.memberRoles = memberRoles;
        this.staffRoles = staffRoles;
    }

    /** Who this is. */
    public String role() {
        return role;
    }

    /** What to sign in with. */
    public String email() {
        return email;
    }

    String displayName() {
        return displayName;
    }

    Set<MemberRole> memberRoles() {
        return memberRoles;
    }

    Set<StaffRole> staffRoles() {
        return staffRoles;
    }
}
