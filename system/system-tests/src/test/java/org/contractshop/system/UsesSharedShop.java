package org.contractshop.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class that takes a {@link SharedShop.Running}. One of them runs at a time, beside those
 * that start a shop of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedShop.class)
@ResourceLock("the shared shop")
@interface UsesSharedShop {}
