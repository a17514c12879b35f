package org.contractshop.tools.spec;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The YAML of one file. Accepts only what all YAML 1.1 and 1.2 parsers read the same way; the
 * generator, the validators and the services read the same files with other libraries.
 *
 * @param violations what some parser would read differently; if there are any, the root must not be
 *     used
 */
record YamlSource(@Nullable Node root, List<Violation> violations) {
  /** The tests read hundreds of copies of the specs, most of whose files are the same. */
  private static final Map<List<String>, YamlSource> READ = new ConcurrentHashMap<>();

  private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?";
  private static final int LONGEST_NUMBER = 40;

  static YamlSource of(String file, String text) {
    return READ.computeIfAbsent(List.of(file, text), key -> read(file, text));
  }

  private static YamlSource read(String file, String text) {
    try {
      Node root = composed(text);
      if (!(root instanceof MappingNode)) {
        return new YamlSource(
            null,
            List.of(
                new Violation("yaml", file, 1, "this is no mapping; begin with openapi: 3.0.3")));
      }
      Check check = new Check(file);
      check.node(root);
      return new YamlSource(root, check.violations.stream().distinct().toList());
    } catch (MarkedYAMLException exception) {
      int line = exception.getProblemMark() == null ? 1 : exception.getProblemMark().getLine() + 1;
      String problem =
          "this is not YAML (%s); correct it, the indentation first"
              .formatted(exception.getProblem());
      return new YamlSource(null, List.of(new Violation("yaml", file, line, problem)));
    }
  }

  private static @Nullable Node composed(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowRecursiveKeys(false);
    return new Yaml(options).compose(new StringReader(text));
  }

  /** Walks over a file; it stops at anchors, since aliases could be circular. */
  private static final class Check {
    private final String file;
    private final List<Violation> violations = new ArrayList<>();

    Check(String file) {
      this.file = file;
    }

    void node(Node node) {
      if (node.getAnchor() != null) {
        add(node, "has the anchor &" + node.getAnchor() + "; write it out, or use $ref");
        return;
      }
      if (node instanceof MappingNode mapping) {
        mapping.getValue().forEach(this::entry);
      } else if (node instanceof SequenceNode list) {
        list.getValue().forEach(this::node);
      } else if (node instanceof ScalarNode scalar) {
        remedy(scalar).ifPresent(remedy -> add(node, remedy));
      }
    }

    private void entry(NodeTuple entry) {
      Node key = entry.getKeyNode();
      if (!(key instanceof ScalarNode scalar)) {
        add(key, "is a list or a mapping as a key; use a text");
        return;
      }
      if (scalar.getTag().equals(Tag.MERGE)) {
        add(key, "is a merge key, which readers of YAML 1.2 do not know; write it out");
        return;
      }
      if (!scalar.getTag().equals(Tag.STR)) {
        add(key, "is no text for every reader of YAML; quote it: '" + scalar.getValue() + "'");
      }
      node(entry.getValueNode());
    }

    /** What to write instead of a value that parsers read differently. */
    private static Optional<String> remedy(ScalarNode scalar) {
      String text = scalar.getValue();
      Tag tag = scalar.getTag();
      if (!scalar.isPlain()) {
        return tag.equals(Tag.STR)
            ? Optional.empty()
            : Optional.of("has the tag " + tag + "; remove it");
      }
      if (tag.equals(Tag.BOOL)) {
        boolean yes = text.matches("(?i)true|yes|on|y");
        return text.matches("true|false")
            ? Optional.empty()
            : Optional.of(
                "is no boolean for every reader of YAML; write %s, or quote it if it is a text"
                    .formatted(yes));
      }
      if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
        return text.matches(NUMBER) && text.length() <= LONGEST_NUMBER
            ? Optional.empty()
            : Optional.of(
                "is not the same number for every reader of YAML; write digits only, such as"
                    + " 1000000 or 0.5, or quote it if it is a text");
      }
      if (tag.equals(Tag.NULL)) {
        return Optional.of("has no value; write one, or remove the key");
      }
      if (tag.equals(Tag.TIMESTAMP)) {
        return Optional.of("is a date for some readers of YAML; quote it: '" + text + "'");
      }
      return tag.equals(Tag.STR) && !readDifferently(text)
          ? Optional.empty()
          : Optional.of("is read differently by some readers of YAML; quote it: '" + text + "'");
    }

    /** Strings for this library, but numbers or booleans for others: 1e6, 0o10, y. */
    private static boolean readDifferently(String text) {
      return text.matches("[-+]?[0-9][0-9_.]*[eE][-+]?[0-9]+|0o[0-7]+|[yYnN]");
    }

    private void add(Node node, String problem) {
      String value = node instanceof ScalarNode scalar ? scalar.getValue() + " " : "this ";
      violations.add(
          new Violation(
              "yaml", file, node.getStartMark().getLine() + 1, value.stripLeading() + problem));
    }
  }
}
