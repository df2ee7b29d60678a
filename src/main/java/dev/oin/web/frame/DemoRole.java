package dev.oin.web.frame;

/**
 * A demo account that the sign-in page offers; beans of this type exist in the demo only.
 *
 * @param role who this is, such as "ISV super admin"
 */
public record DemoRole(String role, String email) {}
