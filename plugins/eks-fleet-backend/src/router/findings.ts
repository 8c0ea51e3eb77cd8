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
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  eksFleetPolicyEditPermission,
  type FindingAssignmentRequest,
  type PolicyFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Request, Router } from 'express';
import type { ClusterScope } from '../inventory/types';
import type { FindingFacet } from '../policy/store/types';
import { audited } from './audited';
import { pageQueryOf } from './pageQueryOf';
import { demandPolicies, type PolicyRouteOptions } from './policies';
import { queryOf, toList } from './queryOf';

export interface FindingRouteOptions extends PolicyRouteOptions {
  auditor: AuditorService;
  permissionsEnforced: boolean;
  /** Groups that a user is in at this moment, and the user. */
  membersOf: (userRef: string) => Promise<Set<string>>;
}

/** Findings follow what a caller may read of clusters. */
export function addFindingRoutes(
  router: Router,
  options: FindingRouteOptions,
): void {
  const { access, auditor, httpAuth } = options;
  const listScope = async (request: Request) =>
    access.listScope(await httpAuth.credentials(request));
  const views = () => demandPolicies(options).findings;

  router.get('/findings', async (request, response) => {
    const scope = await listScope(request);
    response.json(await views().list(scope, pageQueryOf(request)));
  });

  router.get('/findings/facets', async (request, response) => {
    const scope = await listScope(request);
    const facets = (toList(request.query.facet) ?? []) as FindingFacet[];
    response.json(await views().facets(scope, facets, queryOf(request)));
  });

  router.get('/findings/csv', async (request, response) => {
    const scope = await listScope(request);
    const csv = await views().exportCsv(scope, queryOf(request));
    response.type('text/csv').attachment('findings.csv').send(csv);
  });

  router.get('/findings/:finding', async (request, response) => {
    const scope = await access.scope(await httpAuth.credentials(request));
    response.json(await views().get(scope, request.params.finding));
  });

  router.put('/findings/:finding/assignment', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { finding: fingerprint } = request.params;
    const body = request.body as FindingAssignmentRequest;
    const event = {
      eventId: 'finding-assign',
      meta: { finding: fingerprint, assignee: body.assignee },
    };
    response.json(
      await audited(auditor, request, event, async () => {
        const scope = await access.scope(credentials);
        const finding = await views().get(scope, fingerprint);
        await demandAssign(options, credentials, finding, body.assignee);
        return views().assign(
          scope,
          fingerprint,
          body,
          credentials.principal.userEntityRef,
        );
      }),
    );
  });
}

/**
 * Whose it is, who has it, and who takes it may say who looks after it; so may
 * whoever edits the cluster's policies.
 *
 * @throws NotAllowedError that says what would be right
 */
async function demandAssign(
  { access, inventory, membersOf, permissionsEnforced }: FindingRouteOptions,
  credentials: BackstageCredentials<BackstageUserPrincipal>,
  finding: PolicyFinding,
  assignee: string,
): Promise<void> {
  if (!permissionsEnforced) {
    throw new NotAllowedError(
      'Findings cannot be assigned while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
    );
  }
  const refs = await membersOf(credentials.principal.userEntityRef);
  const own = [
    finding.owner,
    finding.cluster.owner,
    finding.assignment?.assignee,
    assignee,
  ];
  if (own.some(ref => ref && refs.has(ref.toLocaleLowerCase('en-US')))) {
    return;
  }
  const editable: ClusterScope = await access.scope(
    credentials,
    eksFleetPolicyEditPermission,
  );
  if (!(await inventory.includes(editable, finding.cluster.entityRef))) {
    throw new NotAllowedError(
      `This is for the owner, ${
        finding.owner || 'which nobody is'
      }, for whoever takes it, and for those with the permission ${
        eksFleetPolicyEditPermission.name
      } on ${finding.cluster.entityRef}`,
    );
  }
}
