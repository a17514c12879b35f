package org.contractshop.launcher;

import java.io.IOException;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The version in a module's pom: its own, or its parent's. */
final class ModuleVersion {
  private ModuleVersion() {}

  static String of(Path module) {
    Path pom = module.resolve("pom.xml");
    try {
      DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultInstance();
      documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element project = documents.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
      Element own = child(project, "version");
      Element parent = child(project, "parent");
      Element version = own != null || parent == null ? own : child(parent, "version");
      if (version == null) {
        throw new StartFailure(pom + " has no version");
      }
      return version.getTextContent().strip();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new StartFailure("Cannot read " + pom + ": " + e.getMessage(), e);
    }
  }

  private static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    return null;
  }
}
