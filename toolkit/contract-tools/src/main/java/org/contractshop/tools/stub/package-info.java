/**
 * Completes what Spring Cloud Contract makes of the contracts of a producer to the stub jar that it
 * publishes.
 */
@NullMarked
package org.contractshop.tools.stub;

import org.jspecify.annotations.NullMarked;
