package org.contractshop.tools.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Violation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How messages are printed. */
enum Format {
  /** One line per message. */
  TEXT {
    @Override
    String of(List<Message> messages) {
      return messages.stream().map(Format::line).collect(Collectors.joining());
    }
  },
  /** For programs. */
  JSON {
    @Override
    String of(List<Message> messages) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Message message : messages) {
        array
            .addObject()
            .put("service", message.service())
            .put("rule", message.rule())
            .put("kind", message.kind())
            .put("effect", message.effect())
            .put("file", message.file())
            .put("line", message.line())
            .put("released", message.released())
            .put("text", message.text())
            .put("users", message.users());
      }
      return Json.writePretty(array);
    }
  },
  /** One test case per message, for CI servers. */
  JUNIT {
    @Override
    String of(List<Message> messages) {
      long failures = messages.stream().filter(message -> !message.isCompatible()).count();
      return messages.stream()
          .map(Format::testCase)
          .collect(
              Collectors.joining(
                  "",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"spec\" tests=\"%d\" failures=\"%d\">\n"
                      .formatted(messages.size(), failures),
                  "</testsuite>\n"));
    }
  },
  /** GitHub annotations on the changed files. */
  GITHUB {
    @Override
    String of(List<Message> messages) {
      return messages.stream()
          .map(
              message ->
                  "::%s file=%s,line=%d,title=%s::%s\n"
                      .formatted(
                          message.isCompatible() ? "notice" : "error",
                          message.file(),
                          message.line(),
                          message.rule(),
                          words(message).replace("%", "%25").replace("\n", "%0A")))
          .collect(Collectors.joining());
    }
  },
  /** An entry of a changelog. */
  MARKDOWN {
    @Override
    String of(List<Message> messages) {
      Map<String, List<Message>> services =
          messages.stream()
              .collect(Collectors.groupingBy(Message::service, TreeMap::new, Collectors.toList()));
      return services.entrySet().stream()
          .map(service -> section(service.getKey(), service.getValue()))
          .collect(Collectors.joining("\n"));
    }
  };

  abstract String of(List<Message> messages);

  String ofViolations(List<Violation> violations, Folders folders) {
    return of(violations.stream().map(one -> Message.of(one, folders.shown(one.file()))).toList());
  }

  private static String line(Message message) {
    String was = message.released().isEmpty() ? "" : " [" + message.released() + "]";
    return message.place() + was + " " + words(message) + "\n";
  }

  /** With the users it affects. */
  private static String words(Message message) {
    return message.text() + (message.users().isEmpty() ? "" : " (" + message.users() + ")");
  }

  private static String testCase(Message message) {
    String name =
        "  <testcase classname=\"%s\" name=\"%s\""
            .formatted(escaped(message.rule()), escaped(message.text()));
    return message.isCompatible()
        ? name + "/>\n"
        : "%s>\n    <failure type=\"%s\">%s</failure>\n  </testcase>\n"
            .formatted(name, message.kind(), escaped(line(message).strip()));
  }

  private static String section(String service, List<Message> messages) {
    StringBuilder section = new StringBuilder("### " + service + "\n");
    append(section, "Breaking", messages, "breaking");
    append(section, "Compatible", messages, "compatible");
    append(section, "To correct", messages, "complaint");
    return section.toString();
  }

  private static void append(
      StringBuilder section, String title, List<Message> messages, String kind) {
    List<Message> some = messages.stream().filter(one -> one.kind().equals(kind)).toList();
    if (!some.isEmpty()) {
      section.append("\n#### ").append(title).append("\n\n");
      some.forEach(one -> section.append("- ").append(sentence(one)).append('\n'));
    }
  }

  private static String sentence(Message message) {
    String text =
        message.text().replaceFirst(" is (breaking|compatible)( for Java callers)?$", "$2");
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
