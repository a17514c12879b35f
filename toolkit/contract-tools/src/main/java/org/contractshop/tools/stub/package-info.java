/**
 * Turns what Spring Cloud Contract generates from a producer's contracts into the stub jar that the
 * producer publishes.
 */
@NullMarked
package org.contractshop.tools.stub;

import org.jspecify.annotations.NullMarked;
