/** Load over HTTP: closed loop, open loop and bursts, with their results. */
package org.contractshop.system.load;
