package org.contractshop.base.admission;

/**
 * Says which operation a limiter protects, so that its callers can be refused before anything is
 * done for them.
 *
 * @param path without parameters
 */
public record AdmissionGate(String method, String path, AdmissionLimiter limiter) {}
