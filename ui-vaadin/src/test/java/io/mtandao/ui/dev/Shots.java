package io.mtandao.ui.dev;

import io.mtandao.ui.fake.FakeSessions;
import io.mtandao.ui.fake.World;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Pictures of every page in Chromium, over {@link DevServer}: {@code target/shots/<page>-<laptop|phone>-<light|dark>.png}. Arguments: pages to take, all without. */
public final class Shots implements AutoCloseable {
    private static final Path OUT = Path.of("target/shots");
    private final Server server;
    private final String base;
    private final ChromeDriver browser;
    private String suffix = "";

    Shots(World world) throws Exception {
        this(DevServer.start(0, world), null);
    }

    /** @param server to be stopped at the end, or null with the base of one that runs elsewhere */
    Shots(Server server, String running) throws Exception {
        Files.createDirectories(OUT);
        this.server = server;
        base = server == null ? running : "http://127.0.0.1:" + ((org.eclipse.jetty.server.ServerConnector) server.getConnectors()[0]).getLocalPort() + "/ui/";
        ChromeOptions o = new ChromeOptions();
        o.setBinary("/usr/bin/chromium");
        o.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--hide-scrollbars", "--user-data-dir=" + Files.createTempDirectory("chr"));
        o.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
        browser = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(new File("/usr/bin/chromedriver")).usingAnyFreePort().build(), o);
    }

    void screen(String name, int width, int height, boolean dark) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        suffix = "-" + name + (dark ? "-dark" : "");
        browser.get(base + "sign-in");
        browser.executeScript("localStorage.setItem('mtandao-theme', arguments[0])", dark ? "dark" : "light");
    }

    void page(String path) {
        browser.get(base + path);
        settle();
    }

    /** Waits until Vaadin has answered and nothing moves. */
    void settle() {
        sleep(250);
        new WebDriverWait(browser, Duration.ofSeconds(40)).ignoring(StaleElementReferenceException.class).until(d -> (Boolean) browser.executeScript(
            "return !!window.Vaadin?.Flow?.clients && Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive()) && !document.querySelector('vaadin-grid[loading]')"));
        sleep(450);
    }

    WebElement el(String id) {
        return new WebDriverWait(browser, Duration.ofSeconds(20)).until(d -> {
            List<WebElement> all = d.findElements(By.id(id));
            return all.isEmpty() ? null : all.get(0);
        });
    }

    void click(String id) {
        browser.executeScript("arguments[0].click()", el(id));
        settle();
    }

    void type(String id, String text) {
        WebElement input = el(id).findElement(By.cssSelector("input,textarea"));
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
        settle();
    }

    void shot(String name) throws Exception {
        settle();
        Files.write(OUT.resolve(name + suffix + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        browser.manage().logs().get(LogType.BROWSER).forEach(l -> {
            if (l.getLevel().intValue() >= 900 && !l.getMessage().contains("favicon")) System.out.println(name + suffix + " browser: " + l.getMessage());
        });
    }

    /** The whole page, however long. */
    void tall(String name) throws Exception {
        settle();
        Number h = (Number) browser.executeScript("const c = document.querySelector('vaadin-app-layout .page') || document.querySelector('.public'); return Math.ceil(c ? c.getBoundingClientRect().height + 80 : 900)");
        Number w = (Number) browser.executeScript("return innerWidth");
        Number old = (Number) browser.executeScript("return innerHeight");
        metrics(w.intValue(), Math.max(old.intValue(), h.intValue()));
        shot(name);
        metrics(w.intValue(), old.intValue());
    }

    private void metrics(int w, int h) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", w, "height", h, "deviceScaleFactor", 1, "mobile", w < 600));
    }

    void signIn(String who) {
        page("sign-in");
        if (browser.findElements(By.id("login-isp")).isEmpty()) return;
        type("login-isp", "nairobi-net");
        type("login-email", who + "@nairobi.net");
        type("login-password", FakeSessions.PASSWORD);
        click("login-submit");
    }

    void forget() {
        browser.manage().deleteAllCookies();
    }

    Object js(String script, Object... args) {
        return browser.executeScript(script, args);
    }

    static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        browser.quit();
        try {
            if (server != null) server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] args) throws Exception {
        List<String> only = List.of(args);
        for (boolean dark : new boolean[] {false, true}) {
            for (boolean phone : new boolean[] {false, true}) {
                if (only.contains("laptop") && phone || only.contains("phone") && !phone || only.contains("light") && dark || only.contains("dark") && !dark) continue;
                List<String> pages = only.stream().filter(a -> !List.of("laptop", "phone", "light", "dark").contains(a)).toList();
                World world = World.varied();
                world.fakeCuts.blow(2);
                try (Shots s = new Shots(world)) {
                    s.screen(phone ? "phone" : "laptop", phone ? 390 : 1280, phone ? 844 : 850, dark);
                    Tour.of(s).forEach((name, step) -> {
                        if (pages.isEmpty() || pages.stream().anyMatch(name::startsWith)) run(name, step, s);
                    });
                }
            }
        }
        System.exit(0);
    }

    private static void run(String name, Tour.Step step, Shots s) {
        try {
            step.take(s);
        } catch (Exception e) {
            System.out.println(name + " failed: " + e.getMessage());
        }
    }
}
