/** Registration, login and profiles. */
@NullMarked
package org.contractshop.user;

import org.jspecify.annotations.NullMarked;
