package org.contractshop.client;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** An interface such as the generator writes. */
@HttpExchange(contentType = "application/json", accept = "application/json")
interface ToyApi {
  enum Colour {
    DARK_RED;

    @Override
    public String toString() {
      return "dark-red";
    }
  }

  @GetExchange("/toys/{name}")
  Toy getToy(@PathVariable("name") String name);

  @GetExchange("/toys")
  List<Toy> listToys(@RequestParam(value = "maxPrice", required = false) BigDecimal maxPrice);

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

  @PatchExchange("/toys/1/name")
  void renameToy(
      @RequestBody Toy toy,
      @RequestHeader(value = "Idempotency-Key", required = false) String idempotencyKey);

  @PostExchange("/toys")
  void addToy(@RequestBody Toy toy);

  @PostExchange("/orders")
  void orderToy(
      @RequestBody Toy toy,
      @RequestHeader(value = "Idempotency-Key", required = false) String idempotencyKey);
}
