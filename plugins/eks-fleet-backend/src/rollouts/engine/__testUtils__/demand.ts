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

/** No crash and no refusal: nothing may catch this and go on. */
export class Broken extends Error {
  constructor(broken: string) {
    super(`Broken: ${broken}`);
  }
}

/** @throws Error that says which promise was broken */
export function demand(holds: boolean, broken: string): void {
  if (!holds) {
    throw new Broken(broken);
  }
}
