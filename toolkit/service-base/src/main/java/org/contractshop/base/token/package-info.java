/** With which keys access tokens are signed, and what makes one valid. */
@NullMarked
package org.contractshop.base.token;

import org.jspecify.annotations.NullMarked;
