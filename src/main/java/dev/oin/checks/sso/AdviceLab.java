package dev.oin.checks.sso;

import dev.oin.checks.sso.AdviceCheck.Finding;
import dev.oin.checks.sso.TestedApps.TestedApp;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.PersonDetails;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What advice is drawn from: the app, people, and sign-ins of all kinds. */
interface AdviceLab {

    /** The one sign-in that was watched for the run; empty where none came about. */
    Optional<ObservedSignIn> observed();

    Instance instance();

    TestedApp tested();

    /** Somebody who has an account in the app. */
    Person person();

    /** Another active instance of the same submission and protocol; empty where there is none. */
    Optional<Instance> otherTenant();

    /** Does the work while the person has a session in the app. */
    Finding inSession(Person person, Function<AppSession, Finding> work);

    /** Tries sign-ins between two valid ones (J-2); where one of these fails, nothing is found. */
    Finding controlled(Function<Trials, Finding> work);

    /** Does the work with a person whom nobody knows yet, assigned to the instance, and removes the person again. */
    Finding withNewPerson(PersonDetails details, Function<Person, Finding> work);

    /** The same with a person who is not assigned. */
    Finding withStranger(PersonDetails details, Function<Person, Finding> work);

    /** Names and an address that nobody has yet. */
    PersonDetails freshDetails();

    /** Gives the person other names. */
    Person renamed(Person person, PersonDetails details);

    /** Suspends or deactivates the person. */
    void turn(Person person, Person.Status status);

    /** Assigns the person to another instance for the time of the run. */
    void assign(Person person, Instance instance);

    /** Sign-ins that may fail. */
    interface Trials {

        /** A sign-in whose answer is valid. */
        Trial of(Person person, SignOnCase which);

        /** A sign-in that is not expected to get far. */
        Trial of(Person person, SignOnCase which, Duration patience);

        /** A sign-in that is answered with the fault. */
        Trial broken(String fault, Person person, SignOnCase which);

        /** What tells whether somebody is signed in. */
        SessionDetector detector();
    }
}
