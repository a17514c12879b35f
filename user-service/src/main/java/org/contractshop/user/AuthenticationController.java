package org.contractshop.user;

import java.net.URI;
import org.contractshop.user.api.AuthenticationApi;
import org.contractshop.user.api.model.LogInRequest;
import org.contractshop.user.api.model.RegisterUserRequest;
import org.contractshop.user.api.model.TokenResponse;
import org.contractshop.user.api.model.UserResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuthenticationController implements AuthenticationApi {
  private final Accounts accounts;

  AuthenticationController(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public ResponseEntity<UserResponse> registerUser(RegisterUserRequest request) {
    User user =
        accounts.register(
            new NewUser(request.getName(), request.getEmail(), request.getPassword()));
    return ResponseEntity.created(URI.create("/users/" + user.id()))
        .body(UserController.response(user));
  }

  @Override
  public ResponseEntity<TokenResponse> logIn(LogInRequest request) {
    return ResponseEntity.ok(
        new TokenResponse(accounts.logIn(request.getEmail(), request.getPassword())));
  }
}
