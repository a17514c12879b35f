package giftshop;

import org.contractshop.client.TokenSupplier;
import org.contractshop.user.client.AuthenticationApi;
import org.contractshop.user.client.model.LogInRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class GiftShopApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(GiftShopApplication.class, arguments);
  }

  /** All clients send this token where one is needed. A real program would keep it for a while. */
  @Bean
  TokenSupplier token(
      AuthenticationApi users,
      @Value("${giftshop.email}") String email,
      @Value("${giftshop.password}") String password) {
    return () -> users.logIn(new LogInRequest(email, password)).getToken();
  }
}
