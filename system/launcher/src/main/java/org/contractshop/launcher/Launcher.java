package org.contractshop.launcher;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The program behind {@code ./run}: starts the shop, and stops it on Ctrl-C or when a part dies.
 */
public final class Launcher {
  private static final int FAILED = 1;

  private Launcher() {}

  public static void main(String[] arguments) {
    AtomicBoolean interrupted = new AtomicBoolean();
    try {
      Settings settings = Settings.of(System.getenv());
      ShopSystem shop = new ShopSystem(settings, System.out::println);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    interrupted.set(true);
                    shop.close();
                  }));
      shop.start();
      System.out.println(welcome(settings, shop));
      throw new StartFailure(shop.death().join());
    } catch (StartFailure failure) {
      if (!interrupted.get()) {
        System.err.println(failure.getMessage());
      }
      // Runs the shutdown hook above, or waits for it.
      System.exit(FAILED);
    }
  }

  private static String addresses(ShopSystem shop) {
    StringBuilder lines = new StringBuilder();
    for (Service service : Service.values()) {
      lines.append(
          "  %-16s %s (metrics: %s)%n"
              .formatted(service, shop.url(service), shop.service(service).metricsUrl()));
    }
    return lines.toString();
  }

  private static String welcome(Settings settings, ShopSystem shop) {
    return """

        The shop is running. Ctrl-C stops it; its data stay.

          Look around in a browser: %9$s

        %4$s
          data     %5$s (PostgreSQL on %6$s)
          logs     %7$s
          secrets  %8$s

        Or try:

          curl %2$s/products

          curl %1$s/auth/register -H 'Content-Type: application/json' \\
            -d '{"name":"Ada Lovelace","email":"ada@example.com","password":"Pass1234!"}'

          TOKEN=$(curl -s %1$s/auth/login -H 'Content-Type: application/json' \\
            -d '{"email":"ada@example.com","password":"Pass1234!"}' | cut -d '"' -f 4)

          curl %3$s/orders -H "Authorization: Bearer $TOKEN" \\
            -H 'Content-Type: application/json' -d '{"items":[{"productId":1,"quantity":2}]}'
        """
        .formatted(
            shop.url(Service.USER),
            shop.url(Service.PRODUCT),
            shop.url(Service.ORDER),
            addresses(shop),
            settings.data(),
            shop.database(),
            shop.logs(),
            shop.secretsFile(),
            shop.overviewUrl());
  }
}
