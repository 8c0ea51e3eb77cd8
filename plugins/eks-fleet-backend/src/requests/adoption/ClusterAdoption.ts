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

import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  arnPartition,
  parseThingKey,
  type ClusterThing,
  type RequestAsk,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  toObservationError,
  type AwsTarget,
  type EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { isDeepStrictEqual } from 'node:util';
import type { TargetStore } from '../../targets/types';
import { RequestRefusal } from '../types';
import { readEksParts } from './readEksParts';
import { specOfEks } from './specOfEks';

const TIMEOUT_MS = 30_000;
/** While somebody types, EKS is not asked for all of it again. */
const KEPT_MS = 60_000;

/** What EKS does not know, and who adopts says. */
const SAID = ['environment', 'expiresOn', 'gitopsAddons', 'owner'];

/** Makes of a cluster that EKS has what a file is to say of it. */
export class ClusterAdoption {
  readonly #aws: Pick<EksFleetAwsService, 'eks'>;
  readonly #targets: Pick<TargetStore, 'list'>;
  readonly #now: () => Date;
  readonly #kept = new Map<string, { at: number; spec: Promise<JsonObject> }>();

  constructor(options: {
    aws: Pick<EksFleetAwsService, 'eks'>;
    /** Accounts and Regions that discovery is configured for. */
    targets: Pick<TargetStore, 'list'>;
    now: () => Date;
  }) {
    this.#aws = options.aws;
    this.#targets = options.targets;
    this.#now = options.now;
  }

  /**
   * All of what is asked for, of which EKS says all that it knows.
   *
   * @throws RequestRefusal for what is to be otherwise than it is, NotFoundError for what EKS does not have
   */
  async complete(given: RequestAsk): Promise<JsonObject> {
    const { owner, patch, thing } = given;
    const said = { owner, ...given.spec, ...patch } as JsonObject;
    const seen = await this.#seen(placeOf(thing, said));
    refuseOther(said, seen);
    return {
      ...seen,
      ...Object.fromEntries(
        Object.entries(said).filter(([field]) => SAID.includes(field)),
      ),
    };
  }

  #seen(place: ClusterThing): Promise<JsonObject> {
    const key = `${place.accountId}/${place.region}/${place.name}`;
    const now = this.#now().getTime();
    for (const [each, { at }] of this.#kept) {
      if (now - at > KEPT_MS) {
        this.#kept.delete(each);
      }
    }
    const kept = this.#kept.get(key) ?? { at: now, spec: this.#read(place) };
    this.#kept.set(key, kept);
    kept.spec.catch(() => this.#kept.delete(key));
    return kept.spec;
  }

  async #read({ accountId, name, region }: ClusterThing): Promise<JsonObject> {
    const isRead = (await this.#targets.list()).some(
      each => each.accountId === accountId && each.region === region,
    );
    if (!isRead) {
      throw new RequestRefusal([
        {
          field: 'thing',
          message: `cannot be adopted: discovery does not read ${accountId}/${region}`,
        },
      ]);
    }
    const partition = arnPartition(region) as AwsTarget['partition'];
    try {
      const parts = await readEksParts(
        this.#aws.eks({ partition, accountId, region }),
        name,
        AbortSignal.timeout(TIMEOUT_MS),
      );
      return specOfEks(parts, { accountId, region });
    } catch (error) {
      if (error instanceof RequestRefusal) {
        throw error;
      }
      const { code, message } = toObservationError(error);
      throw code === 'notFound'
        ? new NotFoundError(`EKS has no cluster ${name} in ${region}`)
        : new RequestRefusal([
            {
              field: 'thing',
              message: `cannot be adopted: not all of it could be read from EKS (${message})`,
            },
          ]);
    }
  }
}

function placeOf(thing: string | undefined, said: JsonObject): ClusterThing {
  const parsed = thing === undefined ? undefined : parseThingKey(thing);
  if (parsed?.kind === 'cluster') {
    return parsed.cluster;
  }
  const { accountId, name, region } = said;
  if (
    thing === undefined &&
    typeof accountId === 'string' &&
    typeof name === 'string' &&
    typeof region === 'string'
  ) {
    return { accountId, name, region };
  }
  throw new RequestRefusal([
    { field: 'thing', message: 'must be the key of a cluster' },
  ]);
}

/** Nothing is changed by being adopted. */
function refuseOther(said: JsonObject, seen: JsonObject): void {
  const problems = Object.entries(said)
    .filter(
      ([field, value]) =>
        !SAID.includes(field) && !isDeepStrictEqual(value, seen[field]),
    )
    .map(([field]) => ({
      field: `spec.${field}`,
      message:
        'must be as it is in EKS, or left out; what is adopted can be changed afterwards',
    }));
  if (problems.length > 0) {
    throw new RequestRefusal(problems);
  }
}
