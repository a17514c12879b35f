package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window and without a network but this machine. */
final class Browser implements AutoCloseable {
  /** Kept here, because it warns at each start of what only other uses of it need. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<String> CHROMIUM =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Skips the test on a machine that has no Chromium, unless {@code SKIP_NOTHING} is {@code true}.
   *
   * @param profile an empty folder
   */
  static Browser start(Path profile) {
    String advice =
        "The docs are tested in a browser: install chromium and chromedriver (on Debian and Ubuntu:"
            + " apt-get install chromium chromium-driver).";
    File chromium = InstalledPrograms.find(CHROMIUM, advice);
    File chromedriver = InstalledPrograms.find(List.of("chromedriver"), advice);
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().window().setSize(new Dimension(1200, 1800));
    return new Browser(driver);
  }

  Browser open(URI uri) {
    driver.get(uri.toString());
    return this;
  }

  String title() {
    return driver.getTitle();
  }

  /** The elements that a CSS selector matches now. */
  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The one element that a CSS selector matches, as soon as it can be seen. */
  WebElement one(String selector) {
    return await(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
  }

  void click(String selector) {
    await(ExpectedConditions.elementToBeClickable(By.cssSelector(selector))).click();
  }

  /** In place of what stands there. At once, because the page works after each key. */
  void paste(String selector, String text) {
    one(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"));
    driver.executeScript("document.execCommand('insertText', false, arguments[0])", text);
  }

  <T> T await(ExpectedCondition<T> condition) {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50)).until(condition);
  }

  /** For people: what can be seen now, in {@code target/screenshots}. */
  void photograph(String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /**
   * Since the last time, pages called only where they came from, and had nothing to complain of.
   */
  void hadNoTrouble() {
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    List<JsonNode> requests =
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(Browser::message)
            .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
            .map(message -> message.get("params"))
            .filter(request -> page(request).startsWith("http")) // not the browser's first tab
            .toList();
    assertThat(requests).isNotEmpty();
    assertThat(requests)
        .extracting(request -> request.at("/request/url").asString(), Browser::page)
        .allMatch(urls -> isFrom(urls.toList().get(0).toString(), urls.toList().get(1).toString()));
  }

  private static String page(JsonNode request) {
    return request.get("documentURL").asString();
  }

  private static boolean isFrom(String url, String page) {
    return url.startsWith("data:")
        || URI.create(url).resolve("/").equals(URI.create(page).resolve("/"));
  }

  private static JsonNode message(LogEntry entry) {
    return JsonMapper.shared().readTree(entry.getMessage()).get("message");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
