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

import type {
  PolicyException,
  PolicyExceptionList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../../inventory/types';
import type { VersionStore } from '../../versions/types';
import type { ExceptionRecord, PolicyStore } from '../store/types';
import { pageOf, placeOf, type RawPageQuery } from './pages';
import { parseExceptionQuery, type ExceptionQuery } from './policyQuery';
import { presentException } from './presentException';

/** Knows which exceptions were asked for in the portal. */
export interface RequestsOfExceptions {
  /** Ids of requests, by those of the exceptions. */
  idsOf(
    exceptions: Array<Pick<PolicyException, 'id' | 'engine' | 'name'>>,
  ): Promise<Map<string, string>>;
}

/** Answers questions about exceptions, each under the asker's scope. */
export class ExceptionViews {
  readonly #store: PolicyStore;
  readonly #requests: RequestsOfExceptions;
  readonly #versions: Pick<VersionStore, 'calendar'>;
  readonly #now: () => Date;

  constructor(options: {
    store: PolicyStore;
    requests: RequestsOfExceptions;
    versions: Pick<VersionStore, 'calendar'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#requests = options.requests;
    this.#versions = options.versions;
    this.#now = options.now;
  }

  async list(
    scope: ClusterScope,
    query: RawPageQuery,
  ): Promise<PolicyExceptionList> {
    const place = placeOf(query);
    const { ids, states, flags, exceptionText, policyIds, ...asked } =
      parseExceptionQuery(place.asked);
    const now = this.#now();
    const calendar = await this.#versions.calendar();
    const records = await this.#store.exceptions({
      ...asked,
      scope,
      calendar,
      now,
    });
    const all = records
      .filter(
        record =>
          (!ids || ids.includes(record.id)) &&
          isOf(record, policyIds) &&
          contains(record, exceptionText),
      )
      .map(record => presentException(record, now));
    const wanted = all.filter(
      ({ state, flags: of }) =>
        (!states || states.includes(state)) &&
        (!flags || flags.some(flag => of.includes(flag))),
    );
    const page = pageOf(wanted.sort(endsFirst), place, query.limit);
    const requests = await this.#requests.idsOf(page.items);
    return {
      ...page,
      items: page.items.map(item => ({
        ...item,
        request: requests.get(item.id),
      })),
      counts: countBy(all),
    };
  }
}

function isOf(
  { policyIds }: ExceptionRecord,
  wanted: ExceptionQuery['policyIds'],
): boolean {
  return !wanted || Object.values(policyIds).some(id => wanted.includes(id));
}

function contains(record: ExceptionRecord, text: string | undefined): boolean {
  const { name, namespace, policies, reason, ticket, requestedBy } = record;
  return (
    text === undefined ||
    [
      name,
      namespace,
      reason,
      ticket,
      requestedBy,
      ...policies.map(policy => policy.name),
    ].some(part => part?.toLowerCase().includes(text))
  );
}

/** What has an end first, the next one first. */
function endsFirst(a: PolicyException, b: PolicyException): number {
  const end = ({ expiresAt }: PolicyException) => expiresAt ?? '\uffff';
  if (end(a) !== end(b)) {
    return end(a) < end(b) ? -1 : 1;
  }
  return a.name < b.name ? -1 : 1;
}

function countBy(all: PolicyException[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state, flags } of all) {
    for (const key of [state, ...flags]) {
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}
