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

import { ObservationFailure } from '../../observation/ObservationFailure';
import type { PolicyReporterClient, Query } from './PolicyReporterClient';
import type { PageDocument, ResourceItem } from './types';

/** Each divides the one before it, so that pages of either begin alike. */
const SIZES = [500, 100, 10, 1];
const MOST_READINGS = 3;

/**
 * Reads a list of Policy Reporter in pages, none of which is held longer than
 * until the next one is asked for. Pages are told by their number alone: where
 * what comes before one has changed meanwhile, the list is read anew.
 *
 * @throws ObservationFailure where the list does not hold still, or a page is broken
 */
export async function readPages<T extends ResourceItem>(
  client: PolicyReporterClient,
  { path, query }: { path: string; query: Query },
  {
    begin,
    take,
  }: {
    /** Before the first page, and again where the list is read anew. */
    begin?: () => void;
    take: (items: T[]) => Promise<void>;
  },
): Promise<void> {
  const list = { client, path, query };
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    begin?.();
    if (await readOnce(list, take)) {
      return;
    }
  }
  throw new ObservationFailure(
    'timeout',
    `What Policy Reporter lists at ${path} changed faster than it could be read, ${MOST_READINGS} times`,
  );
}

interface List {
  client: PolicyReporterClient;
  path: string;
  query: Query;
}

/** Whether it held still. */
async function readOnce<T extends ResourceItem>(
  list: List,
  take: (items: T[]) => Promise<void>,
): Promise<boolean> {
  let at = 0;
  let size = 0;
  let last: T | undefined;
  for (;;) {
    const page = await readPage<T>(list, at, SIZES[size]);
    if (!page) {
      if (size === SIZES.length - 1) {
        throw new ObservationFailure(
          'invalid',
          `What Policy Reporter answers at ${list.path} for one item is too large to be read`,
        );
      }
      size += 1;
      continue;
    }
    if (last && !(await standsStill(list, at, last))) {
      return false;
    }
    const { count, items } = page;
    if (items.length === 0) {
      return at >= count;
    }
    await take(items);
    at += items.length;
    last = items[items.length - 1];
    if (at >= count) {
      return true;
    }
    if (items.length < SIZES[size]) {
      // Fewer than there should be: something is gone since it was counted.
      return false;
    }
    while (size > 0 && at % SIZES[size - 1] === 0) {
      size -= 1;
    }
  }
}

/** Whether what came last before a page still does. */
async function standsStill<T extends ResourceItem>(
  list: List,
  at: number,
  last: T,
): Promise<boolean> {
  const page = await readPage<T>(list, at - 1, 1);
  // One that is too large to be read alone is the one that was read before.
  return !page || (page.items.length > 0 && isSame(page.items[0], last));
}

/** The same by what it is of, whatever is said of it by now. */
function isSame(one: ResourceItem, other: ResourceItem): boolean {
  const keyOf = (item: ResourceItem & { policy?: unknown; rule?: unknown }) =>
    JSON.stringify([
      item.namespace,
      item.kind,
      item.name,
      item.policy,
      item.rule,
    ]);
  return keyOf(one) === keyOf(other);
}

/** Nothing where it is too large to be held. */
async function readPage<T>(
  { client, path, query }: List,
  at: number,
  size: number,
): Promise<{ items: T[]; count: number } | undefined> {
  const page = await client.get<PageDocument<T>>(path, {
    ...query,
    page: at / size + 1,
    // What they call the offset is the size of a page.
    offset: size,
  });
  if (page === undefined) {
    return undefined;
  }
  const { count, items } = (page ?? {}) as PageDocument<T>;
  if (
    typeof count !== 'number' ||
    !(items === null || items === undefined || Array.isArray(items)) ||
    (items?.length ?? 0) > size
  ) {
    throw new ObservationFailure(
      'invalid',
      `What answers at ${path} is no page of Policy Reporter`,
    );
  }
  return { items: (items ?? []).map(each => each ?? ({} as T)), count };
}
