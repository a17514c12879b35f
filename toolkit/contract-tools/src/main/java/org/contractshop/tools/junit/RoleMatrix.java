package org.contractshop.tools.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every operation of a spec for every kind of caller: {@code x-roles} says who is admitted, and
 * nobody can do what the spec does not declare.
 */
final class RoleMatrix {
  private static final long STRANGER = 999_999;
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Service service;
  private final Ownership ownership;
  private final Call call;

  /** The request of an operation's example. */
  interface Call {
    /**
     * @return the status
     */
    int send(Operation operation, String method, @Nullable String token);
  }

  private record Person(@Nullable String role, boolean isOwner, @Nullable String token) {}

  RoleMatrix(Service service, Ownership ownership, Call call) {
    this.service = service;
    this.ownership = ownership;
    this.call = call;
  }

  Stream<DynamicTest> tests() {
    return service.operations().stream()
        .flatMap(operation -> Stream.concat(declared(operation), undeclared(operation)));
  }

  private Stream<DynamicTest> declared(Operation operation) {
    return people().entrySet().stream()
        .map(
            person ->
                DynamicTest.dynamicTest(
                    operation.name() + ": " + person.getKey(),
                    () -> check(operation, person.getValue())));
  }

  private Map<String, Person> people() {
    Tokens tokens = Tokens.get();
    Map<String, Person> people = new LinkedHashMap<>();
    people.put("anonymous", new Person(null, false, null));
    people.put("user", new Person("user", true, tokens.customer(ownership.owner())));
    people.put("other user", new Person("user", false, tokens.customer(STRANGER)));
    people.put("service", new Person("service", false, tokens.service()));
    people.put("admin", new Person("admin", false, tokens.admin()));
    assertThat(people.values()).extracting(Person::role).containsAll(Extensions.KNOWN_ROLES);
    return people;
  }

  private void check(Operation operation, Person person) {
    int status = call.send(operation, operation.method(), person.token());
    if (!operation.isSecured() || isLetIn(operation, person)) {
      assertThat(status).isLessThan(500).isNotIn(401, 403);
    } else {
      assertThat(status).isEqualTo(person.role() == null ? 401 : 403);
    }
  }

  private boolean isLetIn(Operation operation, Person person) {
    return person.role() != null
        && operation.roles().contains(person.role())
        && (person.isOwner() || !ownership.isForOwnersOnly(operation, person.role()));
  }

  /** A method that is not in the spec is refused for everybody, even if a handler exists. */
  private Stream<DynamicTest> undeclared(Operation operation) {
    Set<String> methods = new TreeSet<>(METHODS);
    service.operations().stream()
        .filter(other -> other.path().equals(operation.path()))
        .forEach(other -> methods.remove(other.method()));
    return methods.stream()
        .map(
            method ->
                DynamicTest.dynamicTest(
                    "undeclared " + method + " " + operation.path(),
                    () ->
                        assertThat(call.send(operation, method, Tokens.get().admin()))
                            .isEqualTo(405)));
  }
}
