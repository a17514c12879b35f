/**
 * Compares a released spec with the current one, and checks the versions against the differences.
 */
@NullMarked
package org.contractshop.tools.compare;

import org.jspecify.annotations.NullMarked;
