/**
 * What all three services share and no library provides: problem details for every error, tokens,
 * server limits, configuration errors in one line.
 */
@NullMarked
package org.contractshop.base;

import org.jspecify.annotations.NullMarked;
