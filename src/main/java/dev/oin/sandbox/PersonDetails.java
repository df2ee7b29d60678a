package dev.oin.sandbox;

/** What is entered about a person. */
public record PersonDetails(String givenName, String familyName, String email) {

    public PersonDetails {
        givenName = givenName.strip();
        familyName = familyName.strip();
        email = email.strip();
    }
}
