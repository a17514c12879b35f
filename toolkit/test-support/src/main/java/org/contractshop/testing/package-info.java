/**
 * For tests only: a real PostgreSQL in every test context, and tokens. Never on a production class
 * path.
 */
@NullMarked
package org.contractshop.testing;

import org.jspecify.annotations.NullMarked;
