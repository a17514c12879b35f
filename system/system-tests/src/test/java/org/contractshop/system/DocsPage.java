package org.contractshop.system;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page at {@code /docs} of a service, as a person uses it. */
final class DocsPage {
  private final Browser browser;

  private DocsPage(Browser browser) {
    this.browser = browser;
  }

  static DocsPage open(Browser browser, URI service) {
    browser.open(service.resolve("/docs"));
    browser.one(".opblock");
    return new DocsPage(browser);
  }

  /** Such as {@code GET /users/me}. */
  Set<String> operations() {
    return browser.all(".opblock").stream().map(DocsPage::name).collect(Collectors.toSet());
  }

  private static String name(WebElement operation) {
    return operation.findElement(By.className("opblock-summary-method")).getText()
        + " "
        + operation.findElement(By.className("opblock-summary-path")).getDomAttribute("data-path");
  }

  /** Shows the details of all operations, for which the page reads everything they refer to. */
  void openAll() {
    for (WebElement operation : browser.all(".opblock")) {
      operation.findElement(By.className("opblock-summary-control")).click();
    }
    int count = browser.all(".opblock").size();
    browser.await(
        ExpectedConditions.numberOfElementsToBe(By.cssSelector(".responses-inner"), count));
  }

  Response execute(String operationId) {
    return execute(operationId, "");
  }

  /** Tries an operation out, with a body unless it is empty. */
  Response execute(String operationId, String body) {
    String operation = ".opblock[id$='-" + operationId + "']";
    if (browser.all(operation + ".is-open").isEmpty()) {
      browser.click(operation + " .opblock-summary-control");
    }
    if (!body.isEmpty()) {
      browser.paste(operation + " textarea.body-param__text", body);
    }
    browser.click(operation + " .execute");
    String response = operation + " .live-responses-table tr.response ";
    String status = browser.one(response + "td.response-col_status").getText();
    return new Response(
        URI.create(browser.one(operation + " .request-url pre").getText()),
        Integer.parseInt(status.lines().findFirst().orElseThrow()),
        JsonMapper.shared().readTree(browser.one(response + "pre.microlight").getText()));
  }

  void authorize(String token) {
    browser.await(driver -> openDialog());
    browser.paste(".dialog-ux input", token);
    browser.click(".dialog-ux button[type=submit]");
    browser.click(".dialog-ux .btn-done");
  }

  /** It is empty as long as the page has not read the file that describes the tokens. */
  private boolean openDialog() {
    browser.click(".auth-wrapper .authorize");
    browser.one(".dialog-ux");
    if (browser.all(".dialog-ux input").isEmpty()) {
      browser.click(".dialog-ux .close-modal");
      return false;
    }
    return true;
  }

  record Response(URI url, int status, JsonNode body) {}
}
