package org.contractshop.tools.mutation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Comes before everything else in the service and makes it look faulty. */
public final class FaultFilter extends OncePerRequestFilter {
  /** A header of requests that only set up the state of a contract. */
  public static final String PREPARATION = "Contract-Preparation";

  // Static, because the run cannot reach the application context of the tests.
  private static volatile Mutant planted = Mutant.NONE;
  private static final List<ObservedResponse> sent = new CopyOnWriteArrayList<>();

  /** Takes effect from the next request on. Forgets the responses so far. */
  static void plant(Mutant mutant) {
    planted = mutant;
    sent.clear();
  }

  /** The responses as callers saw them since the last call of {@link #plant}. */
  static List<ObservedResponse> sent() {
    return List.copyOf(sent);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(PREPARATION) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
    chain.doFilter(planted.request().apply(request), cached);
    ObservedResponse answer = planted.answer().apply(ObservedResponse.of(cached));
    sent.add(answer);
    answer.writeTo(response);
  }
}
