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

import type { RequestKind } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestConfig } from '../../requests/preflight';
import type { KnownThing } from '../../requests/store/things';
import type { Notifier } from '../Notifier';
import { ENDING_SCOPE, findEndingNotices } from './findEndingNotices';

const KINDS: RequestKind[] = ['namespace', 'cluster', 'application'];

/** Tells owners of what ends soon, and of what has ended. */
export class EndingNotices {
  readonly #things: { list(kind: RequestKind): Promise<KnownThing[]> };
  readonly #ttl: RequestConfig['ttl'];
  readonly #notifier: Pick<Notifier, 'queue' | 'retain'>;
  readonly #portalPath?: string;

  constructor(options: {
    things: { list(kind: RequestKind): Promise<KnownThing[]> };
    ttl: RequestConfig['ttl'];
    notifier: Pick<Notifier, 'queue' | 'retain'>;
    portalPath?: string;
  }) {
    this.#things = options.things;
    this.#ttl = options.ttl;
    this.#notifier = options.notifier;
    this.#portalPath = options.portalPath;
  }

  async queue(now: Date): Promise<void> {
    const things = await Promise.all(
      KINDS.map(kind => this.#things.list(kind)),
    );
    const notices = things.flat().flatMap(thing =>
      findEndingNotices(thing, {
        now,
        ...this.#ttl,
        portalPath: this.#portalPath,
      }),
    );
    // What was extended meanwhile ends no more.
    await this.#notifier.retain(
      ENDING_SCOPE,
      notices.map(({ scope }) => scope),
    );
    await this.#notifier.queue(notices);
  }
}
