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

import {
  DescribeUpdateCommand,
  ListUpdatesCommand,
  type EKSClient,
} from '@aws-sdk/client-eks';
import type {
  NamedProblem,
  Update,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { toObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { describeEach, isGone } from './describeEach';
import { listAll } from './listAll';
import { toUpdate } from './toUpdate';
import { keyOf, UPDATED_KINDS, type UpdatedPart } from './updatedParts';

type PartRef = Pick<UpdatedPart, 'kind' | 'name'>;

/** A cluster's whole past is not described at one go. */
const MOST_DESCRIBED = 200;
const MOST_KEPT = 2000;

/** One reading of a cluster's updates, on top of those that are known. */
export class UpdatesReading {
  readonly unreadable: NamedProblem[] = [];
  /** Keys of parts whose updates have to be listed again. */
  readonly unreadParts = new Set<string>();
  readonly #client: EKSClient;
  readonly #clusterName: string;
  readonly #signal: AbortSignal;
  readonly #updates: Map<string, Update>;
  /** Ids that are to be described, and what their updates are of. */
  readonly #waiting: Map<string, PartRef | undefined>;

  constructor(options: {
    client: EKSClient;
    clusterName: string;
    known: Update[];
    signal: AbortSignal;
  }) {
    this.#client = options.client;
    this.#clusterName = options.clusterName;
    this.#signal = options.signal;
    this.#updates = new Map(options.known.map(one => [one.id, one]));
    this.#waiting = new Map(
      options.known
        .filter(({ status }) => status === 'InProgress')
        .map(one => [one.id, partOf(one)]),
    );
  }

  /** Lists updates of the cluster itself, or of one part. */
  async list(part?: PartRef): Promise<void> {
    const ids = await listAll(async nextToken => {
      const page = await this.#client.send(
        new ListUpdatesCommand({
          name: this.#clusterName,
          ...namesOf(part),
          nextToken,
        }),
        { abortSignal: this.#signal },
      );
      return { items: page.updateIds, nextToken: page.nextToken };
    });
    for (const id of ids) {
      if (!this.#updates.has(id)) {
        this.#waiting.set(id, part);
      }
    }
  }

  /** Lists updates of parts; one that fails is named and harms no other. */
  async listOfParts(parts: PartRef[]): Promise<void> {
    await Promise.all(
      parts.map(async part => {
        try {
          await this.list(part);
        } catch (error) {
          this.#signal.throwIfAborted();
          if (!isGone(error)) {
            const { code, message } = toObservationError(error);
            this.unreadable.push({ name: part.name, code, reason: message });
            this.unreadParts.add(keyOf(part));
          }
        }
      }),
    );
  }

  async describe(): Promise<void> {
    const ids = [...this.#waiting.keys()];
    const { described, unreadable } = await describeEach(
      ids.slice(0, MOST_DESCRIBED),
      this.#signal,
      id => this.#describe(id),
    );
    for (const update of described) {
      this.#updates.set(update.id, update);
    }
    this.unreadable.push(...unreadable);
    const later = ids.slice(MOST_DESCRIBED);
    if (later.length > 0) {
      this.unreadable.push({
        name: `${later.length} more updates`,
        reason: 'They are described with the next collections.',
      });
    }
    // A part's ids are not listed again as long as it stays as it is.
    for (const id of [...later, ...unreadable.map(({ name }) => name)]) {
      const part = this.#waiting.get(id);
      if (part) {
        this.unreadParts.add(keyOf(part));
      }
    }
  }

  newestFirst(): Update[] {
    const key = ({ createdAt = '', id }: Update) => `${createdAt} ${id}`;
    return [...this.#updates.values()]
      .sort((a, b) => (key(a) < key(b) ? 1 : -1))
      .slice(0, MOST_KEPT);
  }

  async #describe(updateId: string): Promise<Update | undefined> {
    const part = this.#waiting.get(updateId);
    try {
      const { update } = await this.#client.send(
        new DescribeUpdateCommand({
          name: this.#clusterName,
          updateId,
          ...namesOf(part),
        }),
        { abortSignal: this.#signal },
      );
      return update && toUpdate(update, updateId, part);
    } catch (error) {
      if (isGone(error)) {
        this.#updates.delete(updateId);
      }
      throw error;
    }
  }
}

function namesOf(part: PartRef | undefined) {
  return {
    nodegroupName: part?.kind === 'nodegroup' ? part.name : undefined,
    addonName: part?.kind === 'addon' ? part.name : undefined,
    capabilityName: part?.kind === 'capability' ? part.name : undefined,
  };
}

function partOf(update: Update): PartRef | undefined {
  const kinds = Object.keys(UPDATED_KINDS) as Array<PartRef['kind']>;
  const kind = kinds.find(one => update[one] !== undefined);
  return kind && { kind, name: update[kind]! };
}
