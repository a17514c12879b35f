/**
 * What operators see of a running service: traces, and meters beside those that Spring Boot brings.
 */
@NullMarked
package org.contractshop.base.telemetry;

import org.jspecify.annotations.NullMarked;
