package dev.oin.tour;

import dev.oin.checks.browser.PeoplesBrowser;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.bidi.browsingcontext.BrowsingContext;
import org.openqa.selenium.bidi.browsingcontext.CreateContextParameters;
import org.openqa.selenium.bidi.module.Browser;
import org.openqa.selenium.chrome.ChromeDriver;

/** One headless browser in which everybody has a window and cookies of their own. */
final class People implements AutoCloseable {

    private final String address;
    private final ChromeDriver driver = PeoplesBrowser.start();

    People(String address) {
        this.address = address;
    }

    /** Somebody whom the product does not know. */
    Person stranger() {
        var cookies = new Browser(driver).createUserContext();
        var window = new BrowsingContext(driver, new CreateContextParameters(WindowType.TAB).userContext(cookies));
        return new Person(driver, window.getId(), address);
    }

    /** Somebody who has signed in. */
    Person signedIn(String email, String password) {
        var person = stranger();
        person.visit("/");
        person.fill("email", email);
        person.fill("password", password);
        person.press("Sign in");
        person.loses(By.id("password"));
        return person;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
