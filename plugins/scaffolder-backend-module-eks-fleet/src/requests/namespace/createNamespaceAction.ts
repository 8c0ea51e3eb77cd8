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
  toNamespaceSpec,
  type NamespaceInput,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { giveOutput } from '../giveOutput';
import { readCluster } from '../readPlace';
import { requestOutput } from '../requestSchema';
import { submit } from '../submit';
import type { RequestActionOptions } from '../types';
import { NAMESPACE_ACTION, namespaceExamples } from './namespaceExamples';
import { namespaceInput } from './namespaceSchema';

/** Asks for a namespace on a cluster. */
export function createNamespaceAction(options: RequestActionOptions) {
  return createTemplateAction({
    id: NAMESPACE_ACTION,
    description:
      'Asks for a namespace with its quota, network policies, access and Argo CD project. Run again it makes no second request.',
    examples: namespaceExamples,
    supportsDryRun: true,
    schema: { input: namespaceInput, output: requestOutput },
    async handler(ctx) {
      const input = ctx.input as unknown as NamespaceInput;
      const output = await submit(options, ctx as any, {
        act: 'ask for a namespace',
        input,
        reason: input.reason,
        ticket: input.ticket,
        make: async ({ findEntity }) => ({
          kind: 'namespace',
          operation: 'create',
          owner: input.owner,
          spec: toNamespaceSpec(
            input,
            await readCluster(input.cluster, findEntity),
          ),
        }),
      });
      giveOutput(ctx as any, output);
    },
  });
}
