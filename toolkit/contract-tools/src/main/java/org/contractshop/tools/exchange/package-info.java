/** Compares requests and responses, sent or written down, with the OpenAPI files. */
@NullMarked
package org.contractshop.tools.exchange;

import org.jspecify.annotations.NullMarked;
