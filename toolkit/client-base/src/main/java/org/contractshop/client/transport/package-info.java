/**
 * How requests reach a service: a small interface, implemented with the JDK's HTTP client and with
 * Apache HttpClient, for servers that make many calls.
 */
@NullMarked
package org.contractshop.client.transport;

import org.jspecify.annotations.NullMarked;
