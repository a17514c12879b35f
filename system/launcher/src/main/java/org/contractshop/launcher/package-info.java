/**
 * Starts the whole shop on one machine, for development and for the end-to-end tests: a PostgreSQL
 * and the three services, each in its own process.
 */
package org.contractshop.launcher;
