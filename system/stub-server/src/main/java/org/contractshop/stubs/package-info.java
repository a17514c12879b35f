/** Serves the stubs of the three services over HTTP. */
package org.contractshop.stubs;
