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

import { createHash } from 'node:crypto';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { ifAllowed, resourceName } from './allowed';
import type { ServedKind } from './servedApis';

/** A template makes a kind, and there may be hundreds. */
const MOST_KINDS = 300;

/**
 * Which kinds could be read. What was read before and may not be any more is
 * not gone: then nothing is.
 */
export class ReadableKinds {
  readonly #before: ReadonlySet<string>;
  readonly #read = new Set<string>();
  readonly #forbidden = new Set<string>();

  /** @param previous - `state` of the snapshot before */
  constructor(previous: string | undefined) {
    this.#before = new Set(kindsOf(previous));
  }

  /** Whether everything that was tried could be read. */
  get areAll(): boolean {
    return this.#forbidden.size === 0;
  }

  /** Of what could not be read, in sentences. */
  get notes(): string[] {
    return [...this.#forbidden]
      .sort()
      .map(name => `May not list ${name}: what there is of them is not known.`);
  }

  /**
   * What was made of a kind; nothing where it may not be read, and never could.
   *
   * @throws ObservationFailure `forbidden` where it could be read before
   */
  async read<T>(kind: ServedKind, read: Promise<T[]>): Promise<T[]> {
    const name = resourceName(kind);
    const made = await ifAllowed(read);
    if (made !== 'forbidden') {
      this.#read.add(name);
      return made;
    }
    if (this.#before.has(short(name))) {
      throw new ObservationFailure('forbidden', `May no longer list ${name}`);
    }
    this.#forbidden.add(name);
    return [];
  }

  /** @throws ObservationFailure where nothing at all could be read */
  refuseNothing(): void {
    if (this.#read.size === 0 && this.#forbidden.size > 0) {
      throw new ObservationFailure(
        'forbidden',
        `May not list ${[...this.#forbidden].sort().join(', ')}`,
      );
    }
  }

  /** To have back next time. */
  state(more: object = {}): string {
    const kinds = [...this.#read].map(short).sort().slice(0, MOST_KINDS);
    return JSON.stringify({ ...more, kinds });
  }
}

function short(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 8);
}

function kindsOf(previous: string | undefined): string[] {
  try {
    const { kinds } = JSON.parse(previous ?? '{}') as { kinds?: string[] };
    return Array.isArray(kinds) ? kinds : [];
  } catch {
    return [];
  }
}
