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

import { InputError } from '@backstage/errors';
import { parsePairs } from '../../inventory/parsePairs';
import type { ThingOnCluster } from '../store/things';

/** Which things of a list. */
export interface ThingQuery {
  /** As they stand in the query string. */
  filter?: string[];
  text?: string;
  /** Such as `expires,asc`. */
  orderField?: string;
  limit?: number;
  cursor?: string;
}

const KEYS = [
  'kind',
  'owner',
  'environment',
  'cluster',
  'account',
  'region',
  'name',
  'lifecycle',
  'expires',
] as const;
type Key = (typeof KEYS)[number];

/**
 * Things that fit, in order. Pure.
 *
 * @throws InputError that says what would be right
 */
export function selectThings(
  things: ThingOnCluster[],
  { filter = [], orderField = 'name,asc', text }: ThingQuery,
  options: { now: Date; warnDays: readonly number[] },
): ThingOnCluster[] {
  const filters = filter.map(each =>
    parsePairs<Key>(each, {
      isKey: (key): key is Key => KEYS.includes(key as Key),
      keys: KEYS.join(', '),
    }),
  );
  const wanted = text?.toLocaleLowerCase('en-US');
  const selected = things.filter(
    thing =>
      (!wanted ||
        `${thing.name}\n${thing.owner}\n${thing.cluster.name}`
          .toLocaleLowerCase('en-US')
          .includes(wanted)) &&
      (filters.length === 0 ||
        filters.some(pairs =>
          [...pairs].every(([key, values]) =>
            values.some(value => fits(thing, key, value, options)),
          ),
        )),
  );
  const [field, direction = 'asc'] = orderField.split(',');
  const sign = direction === 'desc' ? -1 : 1;
  return selected.sort((a, b) => {
    const [x, y] = [sortedBy(a, field), sortedBy(b, field)];
    if (x !== y) {
      return x < y ? -sign : sign;
    }
    return a.key < b.key ? -1 : 1;
  });
}

function fits(
  thing: ThingOnCluster,
  key: Key,
  value: string,
  { now, warnDays }: { now: Date; warnDays: readonly number[] },
): boolean {
  const { accountId, name, region } = thing.cluster;
  switch (key) {
    case 'owner':
      return (
        thing.owner.toLocaleLowerCase('en-US') ===
        value.toLocaleLowerCase('en-US')
      );
    case 'cluster':
      return value.endsWith(`:eks:${region}:${accountId}:cluster/${name}`);
    case 'account':
      return accountId === value;
    case 'region':
      return region === value;
    case 'expires': {
      if (value !== 'soon' && value !== 'past') {
        throw new InputError('filter: expires is soon or past');
      }
      if (!thing.expiresOn) {
        return false;
      }
      const left = Date.parse(thing.expiresOn) - now.getTime();
      return value === 'past'
        ? left <= 0
        : left > 0 && left <= Math.max(...warnDays, 0) * 86_400_000;
    }
    default:
      return thing[key] === value;
  }
}

function sortedBy(thing: ThingOnCluster, field: string): string {
  switch (field) {
    case 'cluster':
      return thing.cluster.name;
    case 'expires':
      // What has no end comes after what has one.
      return thing.expiresOn ?? '9999';
    case 'owner':
      return thing.owner;
    case 'environment':
      return thing.environment;
    default:
      return thing.name;
  }
}
