package org.contractshop.base;

import org.springframework.web.bind.annotation.RestControllerAdvice;

/** For a service that has no problem handler of its own. */
@RestControllerAdvice
final class PlainProblemHandler extends BaseProblemHandler {}
