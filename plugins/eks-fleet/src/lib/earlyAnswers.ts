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

/** What nobody took by then belongs to a page that was left. */
const KEPT_MS = 30_000;

const asked = new Map<string, Promise<unknown>>();

/**
 * Asks while the page that will is still being loaded.
 *
 * @param question - by which that page takes the answer
 */
export function askEarly(question: string, ask: () => Promise<unknown>): void {
  const answer = ask();
  // It fails where it is taken.
  answer.catch(() => {});
  asked.set(question, answer);
  setTimeout(() => {
    if (asked.get(question) === answer) {
      asked.delete(question);
    }
  }, KEPT_MS);
}

/** The answer to what was asked early; only once, as it gets old. */
export function takeEarly<T>(question: string): Promise<T> | undefined {
  const answer = asked.get(question);
  asked.delete(question);
  return answer as Promise<T> | undefined;
}
