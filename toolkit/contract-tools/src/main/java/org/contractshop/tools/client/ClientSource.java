package org.contractshop.tools.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecIdentity;

/** The entry class of a client. */
record ClientSource(String javaPackage, ClientSpec spec, List<ProblemType> problems) {

  static String commonProblems(List<ProblemType> problems) {
    return """
        package org.contractshop.client;

        import java.util.HashMap;
        import java.util.Map;
        import java.util.function.Function;

        /** The problem types that all services share. */
        final class CommonProblems {
          static final Map<String, Function<ProblemResponse, ProblemException>> EXCEPTIONS = exceptions();

          private CommonProblems() {}

        %s}
        """
        .formatted(table(problems));
  }

  String className() {
    return spec.classPrefix() + "Client";
  }

  String text() {
    SpecIdentity identity = spec.identity();
    Optional<Operation> login = spec.passwordLogin();
    return """
        package %1$s;

        import java.util.HashMap;
        import java.util.Map;
        import java.util.function.Function;
        import org.contractshop.client.ClientIdentity;
        import org.contractshop.client.ClientSettings;
        import org.contractshop.client.ProblemResponse;
        import org.contractshop.client.ProblemException;
        import org.contractshop.client.ShopClient;
        import org.contractshop.client.TokenSupplier;

        /**
         * Calls %2$s. Thread-safe; create one client and reuse it.
         *
         * <p>Its calls throw a {@link org.contractshop.client.ClientException}: a {@link ProblemException} for
         * an error that the service returned, with a class for each problem type.
         */
        public final class %3$s extends ShopClient%11$s {
          /** The version of the spec that this client was generated from. */
          public static final String API_VERSION = "%4$s";

          /** The first digits of the SHA-256 of that spec. */
          public static final String SPEC_HASH = "%5$s";

        %6$s
          public %3$s(ClientSettings settings) {
            super(
                new ClientIdentity("%7$s-client", "%2$s", API_VERSION, SPEC_HASH),
                exceptions(),
                settings);
        %8$s  }

          /**
           * A client without a token, with the timeouts and retries of {@link ClientSettings#of}.
           *
           * @throws IllegalArgumentException if it is not a valid service URL
           */
          public static %3$s at(String baseUrl) {
            return new %3$s(ClientSettings.of(baseUrl));
          }

          /**
           * The same, with a token.
           *
           * @param token supplies the bare bearer token for each attempt of an operation that needs one; null
           *     for none
           */
          public static %3$s at(String baseUrl, TokenSupplier token) {
            return new %3$s(ClientSettings.of(baseUrl).token(token));
          }

        %9$s%12$s
        %10$s}
        """
        .formatted(
            javaPackage,
            identity.service(),
            className(),
            identity.apiVersion(),
            identity.shortHash(),
            forEachInterface("  private final %1$sApi %2$s;\n"),
            spec.shortName(),
            forEachInterface("    %2$s = api(%1$sApi.class);\n"),
            forEachInterface(
                        """
                      /** %3$s */
                      public %1$sApi %2$s() {
                        return %2$s;
                      }

                    """)
                    .stripTrailing()
                + "\n",
            table(problems),
            login.map(operation -> " implements org.contractshop.client.PasswordLogin").orElse(""),
            login.map(this::logIn).orElse(""));
  }

  /** So that a token supplier can log in, whatever the names of the interface are. */
  private String logIn(Operation login) {
    String api = ClientSpec.variable(ClientSpec.camelCase(login.node().get("tags").texts().get(0)));
    return """

          @Override
          public String logIn(String email, String password) {
            return %s().%s(new %s.model.%s(email, password)).getToken();
          }
        """
        .formatted(api, login.id(), javaPackage, ClientSpec.requestSchema(login).resolved().key());
  }

  /**
   * @param template its arguments are the interface's name without {@code Api}, the same as the
   *     name of a variable, and its description
   */
  private String forEachInterface(String template) {
    return spec.interfaces().stream()
        .map(it -> template.formatted(it.name(), it.variable(), Javadoc.sentence(it.description())))
        .collect(Collectors.joining());
  }

  private static String table(List<ProblemType> problems) {
    return """
          private static Map<String, Function<ProblemResponse, ProblemException>> exceptions() {
            Map<String, Function<ProblemResponse, ProblemException>> exceptions = new HashMap<>();
        %s    return exceptions;
          }
        """
        .formatted(
            problems.stream()
                .map(
                    problem ->
                        "    exceptions.put(\"%s\", %s::new);\n"
                            .formatted(problem.type(), problem.className()))
                .collect(Collectors.joining()));
  }
}
