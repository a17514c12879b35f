/** The keys that sign access tokens, and the rules that make a token valid. */
@NullMarked
package org.contractshop.base.token;

import org.jspecify.annotations.NullMarked;
