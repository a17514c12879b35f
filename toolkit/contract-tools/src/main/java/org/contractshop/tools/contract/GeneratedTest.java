package org.contractshop.tools.contract;

/** The test that Spring Cloud Contract generates from a contract. */
public record GeneratedTest(String className, String method) {
  private static final String PREFIX = "validate_";

  public static GeneratedTest of(String contract) {
    String[] folderAndBehaviour = contract.split("/");
    String folder = folderAndBehaviour[0].replaceAll("[^A-Za-z0-9]", "_");
    return new GeneratedTest(
        Character.toUpperCase(folder.charAt(0)) + folder.substring(1) + "Test",
        PREFIX + folderAndBehaviour[1]);
  }

  @Override
  public String toString() {
    return className + "." + method;
  }
}
