package org.contractshop.client;

import org.springframework.http.HttpHeaders;

/** A whole answer, success or not. */
record Answer(int status, HttpHeaders headers, byte[] body) {
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
