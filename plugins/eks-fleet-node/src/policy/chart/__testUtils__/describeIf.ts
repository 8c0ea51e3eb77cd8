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

/**
 * A `describe` that runs only where what it needs is installed, and says so
 * where it is not.
 */
/* eslint-disable jest/valid-title, jest/valid-describe-callback, jest/no-disabled-tests -- the caller gives title and body */
export function describeIf(
  need: string,
  available: boolean,
  name: string,
  body: () => void,
): void {
  if (available) {
    describe(name, body);
    return;
  }
  process.stderr.write(`SKIPPED (${need} missing): ${name}\n`);
  describe.skip(name, body);
}
