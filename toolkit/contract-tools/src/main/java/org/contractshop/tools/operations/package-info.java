/** What a service knows of its own spec at run time. */
@NullMarked
package org.contractshop.tools.operations;

import org.jspecify.annotations.NullMarked;
