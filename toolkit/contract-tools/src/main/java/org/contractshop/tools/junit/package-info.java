/** Base classes and helpers for the tests of a service. */
@NullMarked
package org.contractshop.tools.junit;

import org.jspecify.annotations.NullMarked;
