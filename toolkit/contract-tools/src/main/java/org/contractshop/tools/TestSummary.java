package org.contractshop.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.contractshop.tools.contract.CoverageTable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Prints, at the end of a build, what the tests saw of the specs, and how many tests each module
 * ran. The build runs it last.
 */
final class TestSummary {
  private TestSummary() {}

  private record Count(int run, int failed, int skipped) {
    Count plus(Count other) {
      return new Count(run + other.run, failed + other.failed, skipped + other.skipped);
    }
  }

  /**
   * @param arguments the root folder of the project, and when the build started
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    CoverageTable.main(arguments);
    Map<String, Count> modules = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root, 5)) {
      for (Path report : files.filter(TestSummary::isReport).toList()) {
        Path module = root.relativize(report.getParent().getParent().getParent());
        modules.merge(module.toString(), read(report), Count::plus);
      }
    }
    System.out.println("\nTests by module");
    modules.forEach(
        (module, count) ->
            System.out.printf("  %-24s %5d%n", module, count.run() - count.skipped()));
    Count all = modules.values().stream().reduce(new Count(0, 0, 0), Count::plus);
    System.out.printf(
        "%n%d passed, %d failed, %d skipped%n%n",
        all.run() - all.failed() - all.skipped(), all.failed(), all.skipped());
  }

  private static boolean isReport(Path file) {
    String folder = file.getParent().getFileName().toString();
    String name = file.getFileName().toString();
    return (folder.equals("surefire-reports") || folder.equals("failsafe-reports"))
        && name.startsWith("TEST-")
        && name.endsWith(".xml");
  }

  private static Count read(Path report) throws IOException {
    try {
      DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultInstance();
      documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element suite = documents.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
      return new Count(
          number(suite, "tests"),
          number(suite, "failures") + number(suite, "errors"),
          number(suite, "skipped"));
    } catch (ParserConfigurationException | SAXException exception) {
      throw new IOException("Cannot read " + report, exception);
    }
  }

  private static int number(Element suite, String name) {
    return Integer.parseInt(suite.getAttribute(name));
  }
}
