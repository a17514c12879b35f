package giftshop;

import org.contractshop.client.RetryBudget;
import org.contractshop.client.TokenSupplier;
import org.contractshop.client.boot.ClientCustomizer;
import org.contractshop.user.client.UserClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class GiftShopApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(GiftShopApplication.class, arguments);
  }

  /** All clients send this token where needed. It is cached, and renewed before it expires. */
  @Bean
  TokenSupplier token(
      UserClient users,
      @Value("${giftshop.email}") String email,
      @Value("${giftshop.password}") String password) {
    return TokenSupplier.passwordLogin(users, email, password);
  }

  /** A setting that has no property: retries are at most a tenth of all calls. */
  @Bean
  ClientCustomizer retryBudgets() {
    return (client, settings) -> settings.retryBudget(RetryBudget.ofPercent(10));
  }
}
