package org.contractshop.user;

import com.nimbusds.jose.jwk.ECKey;
import org.contractshop.user.api.KeysApi;
import org.contractshop.user.api.model.PublicKey;
import org.contractshop.user.api.model.PublicKeysResponse;
import org.contractshop.user.signing.SigningKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KeysController implements KeysApi {
  private final SigningKeys keys;

  KeysController(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public ResponseEntity<PublicKeysResponse> listPublicKeys() {
    return ResponseEntity.ok(
        new PublicKeysResponse(keys.published().stream().map(KeysController::response).toList()));
  }

  private static PublicKey response(ECKey key) {
    return new PublicKey(
            key.getKeyType().getValue(),
            key.getKeyUse().getValue(),
            key.getAlgorithm().getName(),
            key.getKeyID())
        .crv(key.getCurve().getName())
        .x(key.getX().toString())
        .y(key.getY().toString());
  }
}
