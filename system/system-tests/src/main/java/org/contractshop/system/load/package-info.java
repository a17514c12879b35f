/** Load over HTTP: closed loop, open loop and bursts, with what came back. */
package org.contractshop.system.load;
