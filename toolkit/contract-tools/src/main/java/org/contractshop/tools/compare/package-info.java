/** Compares a released spec with today's, and holds the difference against their versions. */
@NullMarked
package org.contractshop.tools.compare;

import org.jspecify.annotations.NullMarked;
