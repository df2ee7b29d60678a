package dev.oin.checks;

/** Collects what a check saw; secrets are masked before anything is stored. */
public interface Evidence {

    /** Notes one step, in words for people, such as {@code Opened the home page}. */
    void step(String text);

    /** Keeps the exhibit with the check's result. */
    void keep(Exhibit exhibit);

    /** A secret that came up in this run, such as an access token: never to be seen in anything that is kept. */
    void secret(String value);
}
