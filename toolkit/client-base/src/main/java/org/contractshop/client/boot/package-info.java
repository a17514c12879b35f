/** Auto-configuration of the clients; the only package that needs Spring Boot. */
@NullMarked
package org.contractshop.client.boot;

import org.jspecify.annotations.NullMarked;
