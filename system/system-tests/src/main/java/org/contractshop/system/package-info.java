/**
 * Programs that drive the whole system from outside, over HTTP: customers, faults and load. The
 * tests of this module run their short forms.
 */
package org.contractshop.system;
