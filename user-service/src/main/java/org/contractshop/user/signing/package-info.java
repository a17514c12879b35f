/** The keys that sign tokens: files of a folder, of which one is in use. */
@NullMarked
package org.contractshop.user.signing;

import org.jspecify.annotations.NullMarked;
