package org.contractshop.base.token;

import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs access tokens (RFC 9068) with the current key. */
public final class TokenSigner {
  private final JwsHeader header;
  private final JwtEncoder encoder;

  public TokenSigner(TokenKeys keys) {
    header = JwsHeader.with(keys.algorithm()).type(AccessTokens.TYPE).build();
    encoder = new NimbusJwtEncoder(keys.signing());
  }

  public String sign(JwtClaimsSet claims) {
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
