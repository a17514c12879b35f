package org.contractshop.base;

import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Of a service that has none of its own. */
@RestControllerAdvice
final class PlainProblemHandler extends BaseProblemHandler {}
