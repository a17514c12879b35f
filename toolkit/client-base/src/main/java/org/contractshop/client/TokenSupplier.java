package org.contractshop.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the bearer token of an attempt: the bare token, without {@code Bearer}, or null for none. A
 * bean of this type is what the clients of a Spring Boot application take their tokens from.
 *
 * <p>It is asked for every attempt of those operations that need a token, by the calling thread, so
 * it should keep the token and renew it in time.
 */
@FunctionalInterface
public interface TokenSupplier extends Supplier<@Nullable String> {}
