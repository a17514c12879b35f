/** The house rules for specs. */
@NullMarked
package org.contractshop.tools.lint;

import org.jspecify.annotations.NullMarked;
