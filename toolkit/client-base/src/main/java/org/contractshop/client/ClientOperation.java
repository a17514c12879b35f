package org.contractshop.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the spec says about an operation beyond HTTP. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ClientOperation {
  /** Whether it needs a token. */
  boolean withToken() default false;

  /** Whether it takes an {@code Idempotency-Key}. The client generates one if a call has none. */
  boolean withIdempotencyKey() default false;

  /**
   * Whether sending it twice is the same as sending it once, although its method does not say so.
   */
  boolean idempotent() default false;
}
