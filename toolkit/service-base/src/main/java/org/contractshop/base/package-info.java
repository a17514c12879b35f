/**
 * What all three services have in common and what no library gives ready-made: problem details for
 * every error, tokens, limits of the server, configuration errors in one line.
 */
@NullMarked
package org.contractshop.base;

import org.jspecify.annotations.NullMarked;
