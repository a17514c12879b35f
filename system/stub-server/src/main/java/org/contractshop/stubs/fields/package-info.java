/** Names the fields of a request that the spec refuses, in the words of the services. */
@NullMarked
package org.contractshop.stubs.fields;

import org.jspecify.annotations.NullMarked;
