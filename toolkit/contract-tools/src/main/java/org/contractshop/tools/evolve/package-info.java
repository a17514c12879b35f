/** Plays the edits of docs/evolving-an-api.md. */
@NullMarked
package org.contractshop.tools.evolve;

import org.jspecify.annotations.NullMarked;
