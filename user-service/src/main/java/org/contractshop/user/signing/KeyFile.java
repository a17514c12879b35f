package org.contractshop.user.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key pair for ES256 from a file: a JWK (RFC 7517), or PKCS #8 in PEM as {@code openssl genpkey}
 * writes it.
 *
 * @param key named by its thumbprint
 * @param since when the file was put into the folder
 */
record KeyFile(ECKey key, Instant since) {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final int COORDINATE = 32;

  /**
   * @throws IOException that names the file, and reveals nothing of its content
   */
  static KeyFile read(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      ECKey pair = file.toString().endsWith(".pem") ? parsePem(text) : ECKey.parse(text);
      ECKey key =
          new ECKey.Builder(Curve.P_256, pair.getX(), pair.getY())
              .privateKey(pair.toECPrivateKey())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyIDFromThumbprint()
              .build();
      if (isPair(key)) {
        return new KeyFile(key, Files.getLastModifiedTime(file).toInstant());
      }
    } catch (ParseException
        | JOSEException
        | GeneralSecurityException
        | RuntimeException exception) {
      // Reported below, since a parser's message may repeat what it read.
    }
    throw new IOException(file + " holds no private key of the curve P-256");
  }

  /**
   * The public key stands at the end, as an uncompressed point: Java reads the private one only.
   */
  private static ECKey parsePem(String text) throws GeneralSecurityException {
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      throw new IllegalArgumentException();
    }
    byte[] bytes = Base64.getMimeDecoder().decode(pem.group(1));
    int y = bytes.length - COORDINATE;
    int x = y - COORDINATE;
    return new ECKey.Builder(Curve.P_256, coordinate(bytes, x), coordinate(bytes, y))
        .privateKey(
            (ECPrivateKey)
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes)))
        .build();
  }

  private static Base64URL coordinate(byte[] bytes, int start) {
    return Base64URL.encode(Arrays.copyOfRange(bytes, start, start + COORDINATE));
  }

  private static boolean isPair(ECKey key) throws JOSEException {
    JWSHeader header = new JWSHeader(JWSAlgorithm.ES256);
    byte[] content = {1, 2, 3};
    return new ECDSAVerifier(key)
        .verify(header, content, new ECDSASigner(key).sign(header, content));
  }
}
