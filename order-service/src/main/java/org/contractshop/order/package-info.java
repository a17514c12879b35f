/** Orders: placing them exactly once, keeping their history, settling what was interrupted. */
@NullMarked
package org.contractshop.order;

import org.jspecify.annotations.NullMarked;
