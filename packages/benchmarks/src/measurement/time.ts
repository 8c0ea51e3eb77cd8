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

/** Milliseconds that the work took, with what it gave. */
export async function timed<T>(
  work: () => Promise<T>,
): Promise<{ milliseconds: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - start, result };
}

/** Asks again every little while until the condition holds. */
export async function until(
  condition: () => Promise<boolean>,
  options: { what: string; timeoutSeconds: number },
): Promise<void> {
  const { what, timeoutSeconds } = options;
  const end = performance.now() + timeoutSeconds * 1000;
  while (!(await condition())) {
    if (performance.now() > end) {
      throw new Error(`Waited ${timeoutSeconds} s for ${what}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
  }
}
