/**
 * What the stubs of the shop remember: orders that were placed, stock that was taken, users who
 * registered. It starts with what the contracts show, and changes as the services do.
 */
@NullMarked
package org.contractshop.stubs.memory;

import org.jspecify.annotations.NullMarked;
