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
  toObservationError,
  type AddressBlock,
  type AwsTarget,
  type IpamPoolContents,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { Duration } from 'luxon';
import type { IpamPool } from '../../config/types';
import { NetworkIndex } from '../../ground/NetworkIndex';
import type { NetworkReader } from './NetworkReader';

/** What was last seen of one place, and why it could not be seen since. */
interface Look<T> {
  attemptedAt: number;
  seen?: { value: T; at: number };
  error?: string;
}

const READ_AGAIN_AFTER = Duration.fromObject({ minutes: 10 }).toMillis();
/** What was not seen for so long may have changed without anybody knowing. */
const STALE_AFTER = Duration.fromObject({ hours: 1 }).toMillis();
const AT_ONCE = 8;

/**
 * Who has which addresses, over all targets. Each target fails alone and keeps
 * what was last seen of it; what is missing or old is named as unread, so that
 * nothing is called free which nobody has looked at.
 *
 * Kept in memory: after a restart all counts as unread until it is read.
 */
export class NetworkWatch {
  readonly #reader: NetworkReader;
  readonly #pools: readonly IpamPool[];
  readonly #vpcs = new Map<string, Look<AddressBlock[]>>();
  readonly #contents = new Map<string, Look<IpamPoolContents>>();
  #targets: readonly AwsTarget[] = [];

  constructor(options: {
    reader: NetworkReader;
    ipamPools: readonly IpamPool[];
  }) {
    this.#reader = options.reader;
    this.#pools = options.ipamPools;
  }

  /** Reads what was not read lately; targets that are gone are forgotten. */
  async refresh(
    targets: readonly AwsTarget[],
    now: Date,
    signal?: AbortSignal,
  ): Promise<void> {
    this.#targets = targets;
    const names = new Set(targets.map(nameOf));
    for (const name of this.#vpcs.keys()) {
      if (!names.has(name)) {
        this.#vpcs.delete(name);
      }
    }
    const reads = [
      ...targets.map(
        target => () =>
          look(this.#vpcs, nameOf(target), now, () =>
            this.#reader.vpcs(target, signal),
          ),
      ),
      ...this.#pools.map(
        pool => () =>
          look(this.#contents, pool.poolId, now, () =>
            this.#reader.ipamPool(pool, signal),
          ),
      ),
    ];
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < reads.length && !signal?.aborted) {
          const read = reads[next];
          next += 1;
          await read();
        }
      }),
    );
  }

  index(now: Date): NetworkIndex {
    const looks = this.#targets.map(target => ({
      target,
      last: this.#vpcs.get(nameOf(target)),
    }));
    return new NetworkIndex({
      blocks: looks.flatMap(({ target, last }) =>
        (last?.seen?.value ?? []).map(block => ({
          ...block,
          accountId: target.accountId,
          region: target.region,
        })),
      ),
      unread: looks.flatMap(({ target, last }) => {
        const why = whyUnread(last, now);
        return why === undefined
          ? []
          : [{ accountId: target.accountId, region: target.region, why }];
      }),
      ipamPools: this.#pools.map(({ poolId }) => {
        const last = this.#contents.get(poolId);
        const unread = whyUnread(last, now);
        return unread === undefined
          ? { poolId, ...last!.seen!.value }
          : { poolId, unread };
      }),
    });
  }
}

async function look<T>(
  looks: Map<string, Look<T>>,
  name: string,
  now: Date,
  read: () => Promise<T>,
): Promise<void> {
  const before = looks.get(name);
  const at = now.getTime();
  if (before && at - before.attemptedAt < READ_AGAIN_AFTER) {
    return;
  }
  try {
    looks.set(name, { attemptedAt: at, seen: { value: await read(), at } });
  } catch (error) {
    const { code, message } = toObservationError(error);
    looks.set(name, {
      attemptedAt: at,
      seen: before?.seen,
      error: `${code}: ${message}`,
    });
  }
}

function whyUnread<T>(
  last: Look<T> | undefined,
  now: Date,
): string | undefined {
  if (!last?.seen) {
    return last?.error ?? 'nobody has read it yet';
  }
  const age = now.getTime() - last.seen.at;
  return age > STALE_AFTER
    ? `last read ${new Date(last.seen.at).toISOString()}${
        last.error ? `, ${last.error}` : ''
      }`
    : undefined;
}

function nameOf({ accountId, region }: AwsTarget): string {
  return `${accountId}/${region}`;
}
