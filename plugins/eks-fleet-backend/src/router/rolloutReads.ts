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
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CellState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import { parsePairs } from '../inventory/parsePairs';
import { readerOf } from '../rollouts/service/readerOf';
import {
  ROLLOUT_FILTER_KEYS,
  type RolloutFilterKey,
} from '../rollouts/store/types';
import { queryOf } from './queryOf';
import { demandRollouts, type RolloutRouteOptions } from './rolloutRoute';

/** What rollouts are and how they stand, under the reader's rights. */
export function addRolloutReadRoutes(
  router: Router,
  options: RolloutRouteOptions,
): void {
  const { access, httpAuth, inventory, rolloutAccess } = options;

  router.get('/rollouts', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await rolloutAccess.listScope(credentials);
    const { cursor, limit } = request.query as Record<string, unknown>;
    const { filter = [], fullTextFilterTerm } = queryOf(request);
    response.json(
      await demandRollouts(options).views.list(
        await readerOf(options, credentials),
        {
          filter: parseFilters(filter),
          text: fullTextFilterTerm?.trim() || undefined,
          limit: limit === undefined ? undefined : Number(limit),
          cursor: cursor as string | undefined,
        },
      ),
    );
  });

  router.get('/rollouts/:rollout', async (request, response) => {
    const reader = await readerOf(options, await httpAuth.credentials(request));
    response.json(
      await demandRollouts(options).views.get(reader, request.params.rollout),
    );
  });

  router.get('/rollouts/:rollout/cells', async (request, response) => {
    const reader = await readerOf(options, await httpAuth.credentials(request));
    const { changedAfter, cursor, limit, state, wave } =
      request.query as Record<string, unknown>;
    const number = (value: unknown) =>
      value === undefined ? undefined : Number(value);
    response.json(
      await demandRollouts(options).views.cells(
        reader,
        request.params.rollout,
        {
          wave: number(wave),
          states:
            state === undefined
              ? undefined
              : (String(state).split(',') as CellState[]),
          changedAfter: number(changedAfter),
          limit: number(limit),
          cursor: cursor as string | undefined,
        },
      ),
    );
  });

  router.get('/rollouts/:rollout/cells/:cell', async (request, response) => {
    const reader = await readerOf(options, await httpAuth.credentials(request));
    const { cell, rollout } = request.params;
    response.json(
      await demandRollouts(options).views.cell(reader, rollout, cell),
    );
  });

  router.get('/rollouts/:rollout/log', async (request, response) => {
    const reader = await readerOf(options, await httpAuth.credentials(request));
    const { cell, cursor, limit } = request.query as Record<string, unknown>;
    if (cursor !== undefined && !/^\d{1,15}$/.test(String(cursor))) {
      throw new InputError('cursor: is none of this list');
    }
    response.json(
      await demandRollouts(options).views.log(reader, request.params.rollout, {
        cell: cell as string | undefined,
        limit: limit === undefined ? undefined : Number(limit),
        cursor: cursor as string | undefined,
      }),
    );
  });

  router.get(
    '/clusters/by-name/:namespace/:name/rollouts',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { name, namespace } = request.params;
      const cluster = await inventory.get(await access.scope(credentials), {
        entityRef: stringifyEntityRef({ kind: 'resource', namespace, name }),
      });
      response.json(
        cluster.arn
          ? await demandRollouts(options).views.ofCluster(
              await readerOf(options, credentials),
              cluster.arn,
            )
          : { items: [] },
      );
    },
  );
}

function parseFilters(filters: string[]): Map<RolloutFilterKey, string[]> {
  const all = new Map<RolloutFilterKey, string[]>();
  for (const filter of filters) {
    for (const [key, values] of parsePairs(filter, {
      isKey: isFilterKey,
      keys: ROLLOUT_FILTER_KEYS.join(', '),
    })) {
      all.set(key, [...(all.get(key) ?? []), ...values]);
    }
  }
  return all;
}

function isFilterKey(key: string): key is RolloutFilterKey {
  return (ROLLOUT_FILTER_KEYS as readonly string[]).includes(key);
}
