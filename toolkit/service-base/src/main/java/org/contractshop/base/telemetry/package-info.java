/**
 * What operators see of a running service: traces, and meters in addition to those of Spring Boot.
 */
@NullMarked
package org.contractshop.base.telemetry;

import org.jspecify.annotations.NullMarked;
