/**
 * How requests reach a service: a small interface, the JDK's HTTP client behind it, and Apache
 * HttpClient for servers that make many calls.
 */
@NullMarked
package org.contractshop.client.transport;

import org.jspecify.annotations.NullMarked;
