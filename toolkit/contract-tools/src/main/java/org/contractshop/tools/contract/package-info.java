/**
 * Reads contracts and compares them with the OpenAPI files, with the stubs generated from them, and
 * with what the tests of their producers proved.
 */
@NullMarked
package org.contractshop.tools.contract;

import org.jspecify.annotations.NullMarked;
