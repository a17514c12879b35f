package org.contractshop.tools.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;

/**
 * A part of a spec file that knows its file, its line and its JSON pointer, and follows references
 * into the other files.
 *
 * <p>An absent part is also a node, one that does not {@linkplain #exists() exist}, so a rule can
 * call {@code operation.get("requestBody").resolved().get("content")} without null checks.
 */
public final class SpecNode {
  private static final int LONGEST_CHAIN_OF_REFERENCES = 8;

  private final SpecFiles specs;
  private final String file;
  private final String pointer;
  private final int line;
  private final @Nullable Node yaml;
  private final String key;
  private @Nullable List<SpecNode> children;
  private @Nullable SpecNode target;
  private @Nullable JsonNode json;

  private SpecNode(
      SpecFiles specs, String file, String pointer, String key, int line, @Nullable Node yaml) {
    this.specs = specs;
    this.file = file;
    this.pointer = pointer;
    this.key = key;
    this.line = line;
    this.yaml = yaml;
  }

  static SpecNode root(SpecFiles specs, String file, @Nullable Node yaml) {
    return new SpecNode(specs, file, "", "", 1, yaml);
  }

  public String file() {
    return file;
  }

  /** The line of the key or the list element; that of the parent if this is absent. */
  public int line() {
    return line;
  }

  public String pointer() {
    return pointer;
  }

  /** The path of keys and list indexes from the root of the file to here. */
  public List<String> path() {
    return Pointer.keys(pointer);
  }

  public String key() {
    return key;
  }

  public SpecFiles specs() {
    return specs;
  }

  Tag tag() {
    return yaml == null ? Tag.NULL : yaml.getTag();
  }

  public boolean exists() {
    return yaml != null;
  }

  public boolean is(String text) {
    return text().equals(text);
  }

  /** The scalar as it is written, or an empty text. */
  public String text() {
    return yaml instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The texts of a list. */
  public List<String> texts() {
    return children().stream().map(SpecNode::text).toList();
  }

  public boolean isMapping() {
    return yaml instanceof MappingNode;
  }

  public boolean isList() {
    return yaml instanceof SequenceNode;
  }

  public boolean has(String key) {
    return get(key).exists();
  }

  /** The child, not resolved. */
  public SpecNode get(String wanted) {
    for (SpecNode child : children()) {
      if (child.key.equals(wanted)) {
        return child;
      }
    }
    return new SpecNode(specs, file, Pointer.child(pointer, wanted), wanted, line, null);
  }

  /** The values of a mapping or the elements of a list, not resolved. */
  public List<SpecNode> children() {
    if (children == null) {
      children = newChildren();
    }
    return children;
  }

  private List<SpecNode> newChildren() {
    List<SpecNode> children = new ArrayList<>();
    if (yaml instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String key = ((ScalarNode) entry.getKeyNode()).getValue();
        children.add(child(key, entry.getKeyNode(), entry.getValueNode()));
      }
    } else if (yaml instanceof SequenceNode list) {
      for (Node element : list.getValue()) {
        children.add(child(String.valueOf(children.size()), element, element));
      }
    }
    return children;
  }

  public boolean isReference() {
    return has("$ref");
  }

  /**
   * The target of this reference, or this itself. Does not exist if the reference leads nowhere.
   */
  public SpecNode resolved() {
    SpecNode node = this;
    for (int step = 0; node.isReference() && step < LONGEST_CHAIN_OF_REFERENCES; step++) {
      node = node.target();
    }
    return node.isReference() ? node.get("a circle of references") : node;
  }

  /** The node that this reference points to. */
  public SpecNode target() {
    if (target == null) {
      target = specs.target(this);
    }
    return target;
  }

  /** The node at a path of keys below this one. */
  public SpecNode at(List<String> path) {
    SpecNode node = this;
    for (String key : path) {
      node = node.get(key);
    }
    return node;
  }

  /** The number or boolean, as opposed to the same text in quotes. */
  public boolean isNumber() {
    return tag().equals(Tag.INT) || tag().equals(Tag.FLOAT);
  }

  public boolean isBoolean() {
    return tag().equals(Tag.BOOL);
  }

  public boolean isText() {
    return tag().equals(Tag.STR);
  }

  /**
   * This in JSON with all references in place, and a missing node if this does not exist. A
   * reference to something around itself becomes an empty object, which allows everything.
   */
  public JsonNode json() {
    if (json == null) {
      json = Json.resolved(this);
    }
    return json;
  }

  private SpecNode child(String key, Node place, Node value) {
    int childLine = place.getStartMark().getLine() + 1;
    return new SpecNode(specs, file, Pointer.child(pointer, key), key, childLine, value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpecNode node && node.file.equals(file) && node.pointer.equals(pointer);
  }

  @Override
  public int hashCode() {
    return (file + pointer).hashCode();
  }

  @Override
  public String toString() {
    return file + "#" + pointer;
  }
}
