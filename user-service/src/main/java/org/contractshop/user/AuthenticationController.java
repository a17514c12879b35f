package org.contractshop.user;

import jakarta.servlet.http.HttpServletRequest;
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
  private final Throttle throttle;
  private final HttpServletRequest current;

  /**
   * @param current stands for the request that is being served
   */
  AuthenticationController(Accounts accounts, Throttle throttle, HttpServletRequest current) {
    this.accounts = accounts;
    this.throttle = throttle;
    this.current = current;
  }

  @Override
  public ResponseEntity<UserResponse> registerUser(RegisterUserRequest request) {
    throttle.register(current.getRemoteAddr());
    User user =
        accounts.register(
            new NewUser(request.getName(), request.getEmail(), request.getPassword()));
    return ResponseEntity.created(URI.create("/users/" + user.id()))
        .body(UserController.response(user));
  }

  @Override
  public ResponseEntity<TokenResponse> logIn(LogInRequest request) {
    String token =
        throttle.logIn(
            current.getRemoteAddr(),
            request.getEmail(),
            () -> accounts.logIn(request.getEmail(), request.getPassword()));
    return ResponseEntity.ok(new TokenResponse(token));
  }
}
