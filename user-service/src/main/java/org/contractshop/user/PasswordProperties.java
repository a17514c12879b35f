package org.contractshop.user;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How new passwords are hashed. The defaults are those of OWASP's cheat sheet.
 *
 * @param waiting how many callers may wait for their password to be hashed
 */
@Validated
@ConfigurationProperties("shop.passwords")
record PasswordProperties(
    @DefaultValue("argon2") Algorithm algorithm,
    @DefaultValue("19456") @Min(8) int argon2MemoryKib,
    @DefaultValue("2") @Min(1) int argon2Iterations,
    @DefaultValue("10") @Min(4) int bcryptStrength,
    @DefaultValue("100") int waiting) {
  enum Algorithm {
    ARGON2,
    BCRYPT
  }
}
