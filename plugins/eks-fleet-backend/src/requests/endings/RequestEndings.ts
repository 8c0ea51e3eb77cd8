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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError, toError } from '@backstage/errors';
import type { RequestKind } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { daysUntil, type PreflightGround } from '../preflight';
import { addRequest } from '../service/addRequest';
import type { GroundReader } from '../service/GroundReader';
import { submissionKey } from '../service/newRequest';
import type { RequestAssessor } from '../service/RequestAssessor';
import type { KnownThing } from '../store/things';
import type { RequestStore } from '../store/types';

/** What the keys of its submits are apart from those of people by. */
const PORTAL = 'eks-fleet';

const BEGAN = { source: 'portal', message: 'Its end has come' } as const;

/**
 * Asks for the removal of what has come to its end, as was asked for with it.
 * The request goes the way of all others: rules may want somebody to agree, and
 * it is Git that is changed, by pull requests that people merge.
 */
export class RequestEndings {
  readonly #store: Pick<
    RequestStore,
    'activeOf' | 'add' | 'bySubmission' | 'get'
  >;
  readonly #things: { list(kind: RequestKind): Promise<KnownThing[]> };
  readonly #assessor: RequestAssessor;
  readonly #ground: GroundReader;
  readonly #takeNow: (id: string) => Promise<void>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<RequestStore, 'activeOf' | 'add' | 'bySubmission' | 'get'>;
    things: { list(kind: RequestKind): Promise<KnownThing[]> };
    assessor: RequestAssessor;
    ground: GroundReader;
    takeNow: (id: string) => Promise<void>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#things = options.things;
    this.#assessor = options.assessor;
    this.#ground = options.ground;
    this.#takeNow = options.takeNow;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Looks at all that has an end. */
  async sweep(signal?: AbortSignal): Promise<void> {
    for (const kind of this.#assessor.kinds) {
      for (const thing of await this.#things.list(kind)) {
        if (signal?.aborted) {
          return;
        }
        if (thing.lifecycle === 'active' && this.#hasEnded(thing.expiresOn)) {
          await this.#end(thing);
        }
      }
    }
  }

  /** One that cannot be removed keeps no other from it. */
  async #end(thing: KnownThing): Promise<void> {
    try {
      const id = await this.#ask(thing);
      if (id) {
        await this.#takeNow(id);
      }
    } catch (error) {
      this.#logger.warn(
        `The end of ${thing.kind} ${thing.name} came on ${thing.expiresOn}, and its removal could not be asked for`,
        toError(error),
      );
    }
  }

  /**
   * @returns the request; `undefined` where one was made for this end before,
   *   whatever became of it, where another is under way, or Git says otherwise
   */
  async #ask(thing: KnownThing): Promise<string | undefined> {
    const { expiresOn, key, kind, owner } = thing;
    const submission = submissionKey(PORTAL, `end ${key} ${expiresOn}`);
    if (
      (await this.#store.bySubmission(submission)) ||
      (await this.#store.activeOf(key))
    ) {
      return undefined;
    }
    const last = await this.#store.get(thing.requestId);
    const by = last?.asked.requestedBy ?? owner;
    const prepared = await this.#assessor.prepare(
      { kind, operation: 'delete', owner, thing: key },
      { asks: by },
    );
    const inGit = prepared.current?.spec;
    if (!inGit) {
      throw prepared.current
        ? new NotFoundError(`Git has no ${kind} ${thing.name}`)
        : new ConflictError(
            `What Git says of it is not known: ${prepared.unread}`,
          );
    }
    if (!this.#hasEnded(inGit.expiresOn)) {
      // Somebody gave it another end by hand.
      return undefined;
    }
    const ground = ofTheirOwn(
      await this.#ground.read({ owner, userRef: by }, []),
    );
    const { isNew, record } = await addRequest(
      {
        store: this.#store,
        assessor: this.#assessor,
        ground: this.#ground,
        now: this.#now,
      },
      prepared,
      ground,
      {
        by,
        reason: `Its life ends on ${expiresOn}, as was asked for`,
        submission,
        began: BEGAN,
      },
    );
    return isNew ? record.asked.id : undefined;
  }

  #hasEnded(expiresOn: unknown): boolean {
    return (
      typeof expiresOn === 'string' && daysUntil(expiresOn, this.#now())! <= 0
    );
  }
}

/** Who asked for its end has agreed to it, and may have left the team since. */
function ofTheirOwn(ground: PreflightGround): PreflightGround {
  return { ...ground, owner: { ...ground.owner, asksForOwn: true } };
}
