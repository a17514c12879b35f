/**
 * The one parsed model of the OpenAPI files. Every node knows its file and line, follows
 * references, and has a JSON view for validators. YAML has one meaning here: anything the generator
 * could read differently is a {@link org.contractshop.tools.spec.Violation}, not a value.
 */
@NullMarked
package org.contractshop.tools.spec;

import org.jspecify.annotations.NullMarked;
