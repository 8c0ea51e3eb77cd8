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

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock';

const LIFE_SECONDS = 15 * 60;

export interface Page<T> {
  items: T[];
  nextToken?: string;
}

/**
 * Cuts lists into pages. A token is opaque, belongs to one list (operation,
 * account, Region, filters) and expires.
 */
export class PageTokens {
  readonly #clock: Clock;
  readonly #key = randomBytes(32);

  static create(clock: Clock): PageTokens {
    return new PageTokens(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * The page that the token asks for; `undefined` where the token is not one
   * of this list, or is too old.
   *
   * @param items - in the order of their keys, so that what comes and goes
   *   between two pages neither repeats nor hides the others
   */
  page<T>(options: {
    list: string;
    items: T[];
    keyOf: (item: T) => string;
    pageSize: number;
    token?: string;
  }): Page<T> | undefined {
    const { list, items, keyOf, pageSize, token } = options;
    let rest = items;
    if (token !== undefined) {
      const after = this.#read(list, token);
      if (after === undefined) {
        return undefined;
      }
      rest = items.filter(item => keyOf(item) > after);
    }
    const page = rest.slice(0, pageSize);
    return {
      items: page,
      nextToken:
        rest.length > pageSize
          ? this.#write(list, keyOf(page[page.length - 1]))
          : undefined,
    };
  }

  #write(list: string, after: string): string {
    const expires = this.#clock.now().getTime() + LIFE_SECONDS * 1000;
    const payload = Buffer.from(JSON.stringify([after, expires]));
    return Buffer.concat([this.#sign(list, payload), payload]).toString(
      'base64url',
    );
  }

  #read(list: string, token: string): string | undefined {
    const bytes = Buffer.from(token, 'base64url');
    const mac = bytes.subarray(0, 32);
    const payload = bytes.subarray(32);
    if (mac.length !== 32 || !timingSafeEqual(mac, this.#sign(list, payload))) {
      return undefined;
    }
    const [after, expires] = JSON.parse(payload.toString());
    return this.#clock.now().getTime() < expires ? after : undefined;
  }

  #sign(list: string, payload: Buffer): Buffer {
    return createHmac('sha256', this.#key)
      .update(list)
      .update('\n')
      .update(payload)
      .digest();
  }
}
