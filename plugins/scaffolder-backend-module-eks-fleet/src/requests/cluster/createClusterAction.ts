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

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  needsChoices,
  toClusterSpec,
  type ClusterRequestInput,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { giveOutput } from '../giveOutput';
import { readAccount } from '../readPlace';
import { requestOutput } from '../requestSchema';
import { submit } from '../submit';
import type { RequestActionOptions } from '../types';
import { CLUSTER_ACTION, clusterExamples } from './clusterExamples';
import { clusterRequestInput } from './clusterSchema';

/** Asks for a cluster. */
export function createClusterAction(options: RequestActionOptions) {
  return createTemplateAction({
    id: CLUSTER_ACTION,
    description:
      'Asks for an EKS cluster. What is left out is what the portal recommends: the version, and the next free block of addresses. Run again it makes no second request.',
    examples: clusterExamples,
    supportsDryRun: true,
    schema: { input: clusterRequestInput, output: requestOutput },
    async handler(ctx) {
      const input = ctx.input as unknown as ClusterRequestInput;
      const output = await submit(options, ctx as any, {
        act: 'ask for a cluster',
        input,
        reason: input.reason,
        ticket: input.ticket,
        make: async ({ backend, findEntity }) => {
          const accountId = await readAccount(input.accountId, findEntity);
          const choices = needsChoices(input)
            ? await backend.requests.getRequestOptions(input.owner)
            : undefined;
          return {
            kind: 'cluster',
            operation: 'create',
            owner: input.owner,
            spec: toClusterSpec(input, accountId, choices),
          };
        },
      });
      giveOutput(ctx as any, output);
    },
  });
}
