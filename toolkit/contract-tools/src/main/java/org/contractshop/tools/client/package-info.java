/** Programs that the build runs on the specs and contracts. */
package org.contractshop.tools.client;
