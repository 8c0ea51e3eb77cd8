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

/** No answer waits longer than that for the Git host. */
const MOST_MS = 700;
/** Where so many are under way, the next one waits its turn like all others. */
const AT_ONCE = 3;

/**
 * Takes the next steps of one request at once, so that who asked soon sees what
 * came of it. What takes longer goes on by itself; what fails is tried again by
 * the schedule.
 */
export class TakeNow {
  readonly #run: (id: string) => Promise<void>;
  readonly #rest: () => void;
  readonly #changed: (ids: string[]) => void;
  #underWay = 0;

  constructor(options: {
    /** Takes it as far as it goes now. */
    run: (id: string) => Promise<void>;
    /** Has all that is due taken further soon. */
    rest: () => void;
    changed: (ids: string[]) => void;
  }) {
    this.#run = options.run;
    this.#rest = options.rest;
    this.#changed = options.changed;
  }

  async take(id: string): Promise<void> {
    this.#changed([id]);
    if (this.#underWay < AT_ONCE) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>(resolve => {
        timer = setTimeout(resolve, MOST_MS);
      });
      await Promise.race([this.#runOne(id), late]);
      clearTimeout(timer);
    }
    this.#rest();
  }

  async #runOne(id: string): Promise<void> {
    this.#underWay += 1;
    try {
      await this.#run(id);
    } finally {
      this.#underWay -= 1;
    }
  }
}
