package org.contractshop.user;

import org.contractshop.base.Caller;
import org.contractshop.base.NotFoundException;
import org.contractshop.user.api.UsersApi;
import org.contractshop.user.api.model.Role;
import org.contractshop.user.api.model.UserResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UserController implements UsersApi {
  private final UserRepository users;

  UserController(UserRepository users) {
    this.users = users;
  }

  @Override
  public ResponseEntity<UserResponse> getCurrentUser() {
    return users
        .find(Caller.current().id())
        .map(user -> ResponseEntity.ok(response(user)))
        .orElseThrow(() -> new InvalidBearerTokenException("The token's user is gone"));
  }

  @Override
  public ResponseEntity<UserResponse> getUser(Long id) {
    Caller caller = Caller.current();
    if (caller.role().equals("user") && !caller.isUser(id)) {
      throw new AccessDeniedException("Users may read only their own profile");
    }
    return ResponseEntity.ok(
        response(users.find(id).orElseThrow(() -> new NotFoundException("user", id))));
  }

  static UserResponse response(User user) {
    return new UserResponse(
        user.id(), user.name(), user.email(), Role.fromValue(user.role().wireName()));
  }
}
