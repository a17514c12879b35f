/**
 * For tests only: a real PostgreSQL in every test context, and tokens. Production class paths hold
 * none of it.
 */
@NullMarked
package org.contractshop.testing;

import org.jspecify.annotations.NullMarked;
