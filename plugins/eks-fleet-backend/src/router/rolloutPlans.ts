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
  eksFleetRolloutPlanPermission,
  type RolloutDraft,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import { readerOf } from '../rollouts/service/readerOf';
import { audited } from './audited';
import {
  answer,
  change,
  demandPlan,
  demandRollouts,
  ownReader,
  userOf,
  type RolloutRouteOptions,
} from './rolloutRoute';

/** Each needs `eks-fleet.rollout.plan`. */
export function addRolloutPlanRoutes(
  router: Router,
  options: RolloutRouteOptions,
): void {
  const { access, auditor, httpAuth } = options;

  router.post('/rollouts/preview', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await access.demand(credentials, eksFleetRolloutPlanPermission);
    response.json(
      await demandRollouts(options).drafts.preview(
        await access.listScope(credentials),
        request.body as RolloutDraft,
      ),
    );
  });

  router.post('/rollouts', async (request, response) => {
    const { drafts, views } = demandRollouts(options);
    const user = await userOf(options, request);
    const draft = request.body as RolloutDraft;
    const event = {
      eventId: 'rollout-create',
      meta: { title: draft.title, executor: draft.executor },
    };
    const id = await audited(auditor, request, event, async () => {
      await demandPlan(options, user);
      return drafts.create(
        await readerOf(options, user),
        user.principal.userEntityRef,
        draft,
      );
    });
    response
      .status(201)
      .json(await views.get(await ownReader(options, user), id));
  });

  router.put('/rollouts/:rollout', async (request, response) => {
    const { rollout } = request.params;
    const { drafts, views } = demandRollouts(options);
    const event = { eventId: 'rollout-edit', meta: { rollout } };
    await change(options, request, event, async (user, reader) => {
      await demandPlan(options, user);
      await views.find(reader.rollouts, rollout);
      await drafts.edit(
        reader,
        user.principal.userEntityRef,
        rollout,
        request.body as RolloutDraft,
      );
    });
    await answer(options, request, response);
  });

  router.post('/rollouts/:rollout/stragglers', async (request, response) => {
    const { rollout } = request.params;
    const { drafts, views } = demandRollouts(options);
    const event = { eventId: 'rollout-stragglers', meta: { rollout } };
    const id = await change(options, request, event, async (user, reader) => {
      await demandPlan(options, user);
      await views.find(reader.rollouts, rollout);
      return drafts.stragglers(reader, user.principal.userEntityRef, rollout);
    });
    const user = await userOf(options, request);
    response
      .status(201)
      .json(await views.get(await ownReader(options, user), id));
  });
}
