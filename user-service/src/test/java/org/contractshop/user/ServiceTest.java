package org.contractshop.user;

import org.contractshop.testing.Http;
import org.contractshop.testing.Response;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs against the service on a real port and a real database, in which Ada is registered. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ServiceTest {
  @Autowired JdbcClient database;
  Http http;

  @BeforeEach
  final void adaIsRegistered(@LocalServerPort int port) {
    People.reset(database);
    http = new Http(port);
  }

  final Response logIn(String email, String password) {
    return logIn(http, email, password);
  }

  static Response logIn(Http caller, String email, String password) {
    return caller.post(
        "/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }
}
