package org.contractshop.tools.exchange;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.contractshop.tools.client.ClientSources;
import org.contractshop.tools.spec.SpecFiles;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** A client as the build generates and compiles it, without its entry class. */
record JavaClient(Path classes, List<String> names) {
  static final String PACKAGE = "org.contractshop.client";
  private static final Path BASE =
      Path.of(System.getProperty("basedir", "."), "../client-base/src/main/java");

  /** Those of the profile client of the root pom. */
  private static final Map<String, Object> OPTIONS =
      Map.ofEntries(
          Map.entry("useTags", true),
          Map.entry("useSpringBoot4", true),
          Map.entry("useJackson3", true),
          Map.entry("useJakartaEe", true),
          Map.entry("hideGenerationTimestamp", true),
          Map.entry("generateJsonIncludeAnnotations", true),
          Map.entry("generateJsonSetterNullsAnnotations", false),
          Map.entry("openApiNullable", false),
          Map.entry("annotationLibrary", "none"),
          Map.entry("documentationProvider", "none"),
          Map.entry("useJspecify", true),
          Map.entry("useBeanValidation", false),
          Map.entry("enumUnknownDefaultCase", true));

  static JavaClient of(String service, Map<String, String> specs) throws IOException {
    Path folder = Files.createTempDirectory("verdicts");
    for (Map.Entry<String, String> spec : specs.entrySet()) {
      Files.writeString(folder.resolve(spec.getKey()), spec.getValue());
    }
    Path sources = folder.resolve("sources");
    generateModels(folder.resolve(service + ".yaml"), folder.resolve("models"));
    ClientSources.write(SpecFiles.of(specs), service, PACKAGE, sources, folder.resolve("other"));
    ClientSources.write(
        SpecFiles.of(specs), "common", PACKAGE, folder.resolve("common"), folder.resolve("other"));
    List<Path> files = new ArrayList<>();
    for (String part : List.of("models/src/main/java", "sources", "common")) {
      try (Stream<Path> all = Files.walk(folder.resolve(part))) {
        all.filter(
                file ->
                    file.toString().matches(".*(/model/[A-Z]\\w*|Api|Options|Exception)\\.java"))
            .forEach(files::add);
      }
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> errors = compile(classes, files, "");
    if (!errors.isEmpty()) {
      throw new IllegalStateException("The client of %s: %s".formatted(folder, errors));
    }
    return new JavaClient(
        classes,
        files.stream()
            .map(
                file ->
                    file.toString()
                        .replaceAll(".*/(?=org/contractshop)|\\.java$", "")
                        .replace('/', '.'))
            .sorted()
            .toList());
  }

  /** What the compiler says to a class that uses this client. */
  List<String> compiles(String caller) throws IOException {
    Path folder = Files.createTempDirectory("caller");
    Path file = folder.resolve("Caller.java");
    Files.writeString(file, caller);
    return compile(folder, List.of(file), classes.toString());
  }

  ClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
  }

  private static void generateModels(Path spec, Path out) {
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setInputSpec(spec.toString())
            .setGeneratorName("spring")
            .setLibrary("spring-http-interface")
            .setOutputDir(out.toString())
            .setModelPackage(PACKAGE + ".model")
            .setApiPackage(PACKAGE);
    OPTIONS.forEach(configurator::addAdditionalProperty);
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGenerateMetadata(false);
    generator.setGeneratorPropertyDefault(CodegenConstants.MODELS, "true");
    for (String other :
        List.of(
            CodegenConstants.APIS,
            CodegenConstants.SUPPORTING_FILES,
            CodegenConstants.MODEL_TESTS,
            CodegenConstants.MODEL_DOCS)) {
      generator.setGeneratorPropertyDefault(other, "false");
    }
    generator.opts(configurator.toClientOptInput()).generate();
  }

  private static List<String> compile(Path to, List<Path> files, String classPath)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(said, null, null)) {
      List<String> options =
          List.of(
              "-d",
              to.toString(),
              "-parameters",
              "-proc:none",
              "-nowarn",
              "-implicit:class",
              "-classpath",
              System.getProperty("java.class.path") + ":" + classPath,
              "-sourcepath",
              BASE.toString());
      compiler
          .getTask(null, manager, said, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    return said.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(one -> one.getMessage(Locale.ENGLISH).lines().findFirst().orElse(""))
        .toList();
  }
}
