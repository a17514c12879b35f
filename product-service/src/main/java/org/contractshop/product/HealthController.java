package org.contractshop.product;

import org.contractshop.product.api.HealthApi;
import org.contractshop.product.api.model.HealthResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealthController implements HealthApi {
  @Override
  public ResponseEntity<HealthResponse> getHealth() {
    return ResponseEntity.ok(new HealthResponse(HealthResponse.StatusEnum.OK, "product-service"));
  }
}
