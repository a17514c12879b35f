/**
 * Load shedding: a request that could not be served in time is refused before any work is done for
 * it, so that no work is wasted.
 */
@NullMarked
package org.contractshop.base.admission;

import org.jspecify.annotations.NullMarked;
