package org.contractshop.product;

import org.contractshop.base.warmup.Loopback;
import org.contractshop.base.warmup.WarmUp;
import org.springframework.stereotype.Component;

/** Reads the catalogue as browsers do. */
@Component
class CatalogueWarmUp implements WarmUp {
  @Override
  public void run(Loopback service) throws Exception {
    service.get("/products?limit=20");
    service.get("/products/1");
    service.get("/health");
  }
}
