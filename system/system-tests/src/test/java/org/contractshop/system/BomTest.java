package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The BOM, which has no parent to take its versions from. The samples are built with it. */
final class BomTest {
  private static final Pattern VERSION = Pattern.compile("<([a-z-]+[.]version)>([^<$]+)</\\1>");

  @Test
  void theVersionsOfTheBomAreThoseOfTheBuild() throws IOException {
    Map<String, String> build = versions("pom.xml");
    build.put("jackson-bom.version", JsonMapper.shared().version().toString());

    assertThat(build).containsAllEntriesOf(versions("toolkit/bom/pom.xml"));
  }

  private static Map<String, String> versions(String pom) throws IOException {
    Map<String, String> versions = new TreeMap<>();
    Matcher version = VERSION.matcher(Files.readString(Path.of("../..", pom)));
    while (version.find()) {
      versions.put(version.group(1), version.group(2));
    }
    assertThat(versions).hasSizeGreaterThan(5);
    return versions;
  }
}
