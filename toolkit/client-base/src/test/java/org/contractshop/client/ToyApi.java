package org.contractshop.client;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** An interface such as the generator writes. Public, for the proxy to call its default method. */
@HttpExchange(contentType = "application/json", accept = "application/json")
public interface ToyApi {
  enum Colour {
    DARK_RED;

    @Override
    public String toString() {
      return "dark-red";
    }
  }

  @ClientOperation(withToken = true)
  @GetExchange("/toys/{name}")
  Toy getToy(@PathVariable("name") String name);

  @GetExchange("/toys")
  List<Toy> listToys(@RequestParam(value = "maxPrice", required = false) BigDecimal maxPrice);

  @ClientOperation(withToken = true)
  @GetExchange("/names")
  List<String> listNames();

  @GetExchange("/toys")
  List<Toy> findToys(
      @RequestParam("colour") Colour colour, @RequestParam("since") OffsetDateTime since);

  @PutExchange("/toys/1")
  void putToy(@RequestBody Toy toy);

  @DeleteExchange("/toys/1")
  void deleteToy();

  @PatchExchange("/toys/1")
  void patchToy(@RequestBody Toy toy);

  @ClientOperation(withIdempotencyKey = true)
  @PatchExchange("/toys/1/name")
  void renameToy(@RequestBody Toy toy, ToyOptions options);

  @ClientOperation(idempotent = true)
  @PostExchange("/toys/1/repair")
  void repairToy();

  @PostExchange("/toys")
  void addToy(@RequestBody Toy toy);

  @ClientOperation(withIdempotencyKey = true)
  @PostExchange("/orders")
  void orderToy(@RequestBody Toy toy, ToyOptions options);

  default void orderToy(Toy toy) {
    orderToy(toy, new ToyOptions());
  }
}
