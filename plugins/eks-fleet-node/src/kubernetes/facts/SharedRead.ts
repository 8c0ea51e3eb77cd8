/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { ObservationFailure } from '../../observation/ObservationFailure';

/**
 * One read that several want the result of: it is made once, goes on as long
 * as anybody still waits for it, and is kept when it succeeds.
 */
export class SharedRead<T> {
  readonly #read: (signal: AbortSignal) => Promise<T>;
  #current?: Attempt<T>;

  constructor(read: (signal: AbortSignal) => Promise<T>) {
    this.#read = read;
  }

  async get(signal?: AbortSignal): Promise<T> {
    const attempt = this.#current ?? this.#begin();
    attempt.waiting += 1;
    try {
      return await untilAborted(attempt.result, signal);
    } finally {
      attempt.waiting -= 1;
      if (attempt.waiting === 0 && !attempt.done) {
        this.#forget(attempt);
        attempt.abort.abort();
      }
    }
  }

  #begin(): Attempt<T> {
    const abort = new AbortController();
    const attempt: Attempt<T> = {
      abort,
      done: false,
      result: this.#read(abort.signal),
      waiting: 0,
    };
    this.#current = attempt;
    attempt.result.then(
      () => {
        attempt.done = true;
      },
      () => {
        attempt.done = true;
        this.#forget(attempt);
      },
    );
    return attempt;
  }

  #forget(attempt: Attempt<T>): void {
    if (this.#current === attempt) {
      this.#current = undefined;
    }
  }
}

interface Attempt<T> {
  abort: AbortController;
  done: boolean;
  result: Promise<T>;
  waiting: number;
}

function untilAborted<T>(
  result: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) {
    return result;
  }
  return new Promise((resolve, reject) => {
    const onAbort = () =>
      reject(
        new ObservationFailure('timeout', 'The time was up before the answer'),
      );
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    result
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}
