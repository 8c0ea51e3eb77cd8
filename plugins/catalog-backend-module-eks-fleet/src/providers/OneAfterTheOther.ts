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
 * Keeps work on one thing in order. What is asked for while the same is under
 * way waits for that: it began before it was asked for again, and must not be
 * the one that is written down last.
 */
export class OneAfterTheOther {
  readonly #underWay = new Map<string, Promise<void>>();

  /** @param work - is told whether other work on the same thing came before */
  async run(
    key: string,
    work: (waited: boolean) => Promise<void>,
  ): Promise<void> {
    const before = this.#underWay.get(key);
    const own = (async () => {
      await before?.catch(() => {});
      await work(before !== undefined);
    })();
    this.#underWay.set(key, own);
    try {
      await own;
    } finally {
      if (this.#underWay.get(key) === own) {
        this.#underWay.delete(key);
      }
    }
  }
}
