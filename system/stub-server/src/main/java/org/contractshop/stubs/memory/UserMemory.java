package org.contractshop.stubs.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The users and their passwords. */
final class UserMemory implements Memory {
  /** Above all ids in the contracts. */
  private static final long FIRST_ID = 1000;

  private final TreeMap<Long, ObjectNode> users = new TreeMap<>();
  private final Map<String, Account> accounts = new HashMap<>();
  private final Set<String> taken;
  private final Tokens tokens = new Tokens();

  private record Account(long user, String password) {}

  /**
   * @param taken addresses of users who can log in
   */
  UserMemory(List<ObjectNode> known, Set<String> taken) {
    known.forEach(user -> users.put(user.get("id").asLong(), user));
    this.taken = taken;
  }

  @Override
  public Optional<Reply> reply(Call call) {
    return switch (call.operation()) {
      case "POST /auth/register" -> Optional.of(register(call));
      case "POST /auth/login" -> logIn(call);
      case "GET /users/me" -> me(call);
      case "GET /users/*" -> show(call);
      default -> Optional.empty();
    };
  }

  private Reply register(Call call) {
    String email = call.body().get("email").asString();
    if (taken.contains(same(email)) || accounts.containsKey(same(email))) {
      return Reply.problem(
          call,
          409,
          "email-taken",
          "E-mail address taken",
          "A user with this e-mail address exists. Log in, or use another address.",
          "Email already registered");
    }
    long id = Math.max(call.stub().idOr(FIRST_ID), users.lastKey() + 1);
    ObjectNode user =
        Reply.NODES
            .objectNode()
            .put("id", id)
            .put("name", call.body().get("name").asString())
            .put("email", email)
            .put("role", "user");
    users.put(id, user);
    accounts.put(same(email), new Account(id, call.body().get("password").asString()));
    return Reply.created("/users/" + id, user.deepCopy());
  }

  private Optional<Reply> logIn(Call call) {
    Account account = accounts.get(same(call.body().get("email").asString()));
    if (account != null && account.password().equals(call.body().get("password").asString())) {
      ObjectNode token = Reply.NODES.objectNode();
      token.put("token", tokens.issue(Objects.requireNonNull(users.get(account.user()))));
      return Optional.of(Reply.ok(token));
    }
    return call.stub().isContract()
        ? Optional.empty()
        : Optional.of(
            Reply.problem(
                call,
                401,
                "invalid-credentials",
                "Invalid credentials",
                "The e-mail address or the password is wrong."));
  }

  private Optional<Reply> me(Call call) {
    ObjectNode user = users.get(call.caller().id());
    if (user == null) {
      throw new UnknownCallerException();
    }
    return Optional.of(Reply.ok(user.deepCopy()));
  }

  private Optional<Reply> show(Call call) {
    Identity caller = call.caller();
    if (caller.role().equals("user") && caller.id() != call.id()) {
      return Optional.of(Reply.forbidden(call));
    }
    return Optional.ofNullable(users.get(call.id()))
        .map(user -> Reply.ok(user.deepCopy()))
        .or(() -> Optional.of(Reply.notFound(call, "user")));
  }

  private static String same(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
