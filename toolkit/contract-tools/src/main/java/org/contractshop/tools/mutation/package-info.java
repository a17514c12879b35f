/**
 * Do the contracts catch faults? Plants one fault at a time in front of a running service and
 * checks whether its contract tests notice.
 */
@NullMarked
package org.contractshop.tools.mutation;

import org.jspecify.annotations.NullMarked;
