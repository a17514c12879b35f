/**
 * Programs that exercise the whole system from outside, over HTTP: customers, faults and load. The
 * tests of this module run their short versions.
 */
package org.contractshop.system;
