package io.mtandao.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at Debian's Chromium. Everything waits for what it needs, at most 40 s. */
final class Browser implements AutoCloseable {
    private static final Path SHOTS = Path.of("target/screenshots");
    private final ChromeDriver driver;
    private final String base;

    Browser(String base) throws IOException {
        this.base = base;
        ChromeOptions o = new ChromeOptions();
        o.setBinary("/usr/bin/chromium");
        o.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--hide-scrollbars", "--window-size=1280,990", "--lang=en", "--user-data-dir=" + Files.createTempDirectory("mtandao-browser"));
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(new File("/usr/bin/chromedriver")).usingAnyFreePort().build(), o);
    }

    void open(String path) {
        driver.get(base + path);
    }

    void phone() {
        driver.manage().window().setSize(new Dimension(500, 900));
    }

    void laptop() {
        driver.manage().window().setSize(new Dimension(1280, 990));
    }

    WebElement get(String css) {
        return until("there is " + css, d -> d.findElements(By.cssSelector(css)).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
    }

    boolean has(String css) {
        return driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    void click(String css) {
        until("can click " + css, d -> {
            try {
                WebElement target = get(css);
                driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
                target.click();
                return true;
            } catch (ElementClickInterceptedException e) {
                return null;
            }
        });
    }

    /** A switch or check box; its own input lies invisible below what is drawn. */
    void toggle(String id) {
        get("#" + id);
        driver.executeScript("document.getElementById(arguments[0]).querySelector('input').click()", id);
    }

    /** Into the field of a Vaadin component. */
    void type(String id, String text) {
        WebElement field = get("#" + id + " input, #" + id + " textarea");
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    /** By the label shown, in a vaadin-select. */
    void choose(String id, String label) {
        click("#" + id);
        until("the choice " + label, d -> {
            for (WebElement item : d.findElements(By.cssSelector("vaadin-select-item")))
                if (item.isDisplayed() && item.getText().strip().equals(label)) {
                    item.click();
                    return true;
                }
            return null;
        });
    }

    void upload(String id, Path file) {
        WebElement up = get("#" + id);
        WebElement input = (WebElement) driver.executeScript("return arguments[0].querySelector('input[type=file]') || arguments[0].shadowRoot.querySelector('input[type=file]')", up);
        input.sendKeys(file.toAbsolutePath().toString());
    }

    void sees(String text) {
        until("sees '" + text + "'", d -> d.findElement(By.tagName("body")).getText().contains(text) ? true : null);
    }

    <T> T until(String what, Function<WebDriver, T> question) {
        try {
            return new WebDriverWait(driver, Duration.ofSeconds(40)).ignoring(StaleElementReferenceException.class).until(question);
        } catch (org.openqa.selenium.TimeoutException e) {
            shot("failed");
            throw new AssertionError("not " + what + "; the page says: " + driver.findElement(By.tagName("body")).getText(), e);
        }
    }

    void shot(String name) {
        try {
            // toasts and progress fade; a picture is for the README
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
