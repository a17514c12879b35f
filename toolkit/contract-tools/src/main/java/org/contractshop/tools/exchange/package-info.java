/**
 * Holds what was said and what was answered against the OpenAPI files: contracts, stubs, and every
 * exchange of the tests. A difference is an error, whichever side it is on.
 */
@NullMarked
package org.contractshop.tools.exchange;

import org.jspecify.annotations.NullMarked;
