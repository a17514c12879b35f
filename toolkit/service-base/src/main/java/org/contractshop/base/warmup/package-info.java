/**
 * What a service does before it says that it is ready, so that it serves its first caller about as
 * fast as its thousandth.
 */
@NullMarked
package org.contractshop.base.warmup;

import org.jspecify.annotations.NullMarked;
