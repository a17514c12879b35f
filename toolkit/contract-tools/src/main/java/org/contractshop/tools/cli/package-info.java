/** The command-line program {@code ./spec}, which the build runs too. */
@NullMarked
package org.contractshop.tools.cli;

import org.jspecify.annotations.NullMarked;
