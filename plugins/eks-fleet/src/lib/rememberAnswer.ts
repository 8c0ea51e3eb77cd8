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

/** As long as people take to go through a page of a form. */
const KEPT_MS = 15_000;

const answers = new WeakMap<
  object,
  Map<string, { at: number; answer: Promise<unknown> }>
>();

/**
 * The answer to what was asked a moment ago; what failed is asked anew.
 *
 * @param asked - who is asked; another one knows nothing of its answers
 * @param question - tells questions apart
 */
export function rememberAnswer<T>(
  asked: object,
  question: string,
  ask: () => Promise<T>,
): Promise<T> {
  const known = answers.get(asked) ?? new Map();
  answers.set(asked, known);
  const before = known.get(question);
  if (before && Date.now() - before.at < KEPT_MS) {
    return before.answer as Promise<T>;
  }
  const answer = ask();
  known.set(question, { at: Date.now(), answer });
  answer.catch(() => known.delete(question));
  return answer;
}
