/**
 * The memory of the stubs: placed orders, taken stock, registered users. It starts with the data of
 * the contracts, and changes as the services would.
 */
@NullMarked
package org.contractshop.stubs.memory;

import org.jspecify.annotations.NullMarked;
