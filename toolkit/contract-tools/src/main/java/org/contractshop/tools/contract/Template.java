package org.contractshop.tools.contract;

import java.util.regex.Pattern;

/**
 * A placeholder that a stub fills in when it responds: the path of the request, or a part of it.
 */
final class Template {
  private static final Pattern SEGMENT =
      Pattern.compile("\\{\\{\\{ *request\\.path\\.\\[(\\d+)] *}}}");

  private Template() {}

  static String filled(String text, String target) {
    String path = target.split("\\?", 2)[0];
    String[] segments = path.replaceFirst("^/", "").split("/");
    return SEGMENT
        .matcher(text.replaceAll("\\{\\{\\{ *request\\.path *}}}", path))
        .replaceAll(
            found -> {
              int index = Integer.parseInt(found.group(1));
              return index < segments.length ? segments[index] : "";
            });
  }
}
