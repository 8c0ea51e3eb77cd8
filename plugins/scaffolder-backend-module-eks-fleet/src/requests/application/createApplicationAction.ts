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
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { RequestAsk } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { giveOutput } from '../giveOutput';
import { findCurrent } from '../readCurrent';
import { readCluster } from '../readPlace';
import { requestOutput } from '../requestSchema';
import { submit } from '../submit';
import type { AskGround, RequestActionOptions } from '../types';
import { APPLICATION_ACTION, applicationExamples } from './applicationExamples';
import { applicationInput } from './applicationSchema';
import {
  applicationKey,
  deployAsk,
  promoteAsk,
  type ApplicationInput,
} from './toApplicationAsk';

/** Asks for an application in an environment, from a source or from the environment before. */
export function createApplicationAction(options: RequestActionOptions) {
  return createTemplateAction({
    id: APPLICATION_ACTION,
    description:
      'Asks for an application in an environment: a folder or a chart, or what runs in the environment before. Run again it makes no second request.',
    examples: applicationExamples,
    supportsDryRun: true,
    schema: { input: applicationInput, output: requestOutput },
    async handler(ctx) {
      const input = ctx.input as unknown as ApplicationInput;
      const output = await submit(options, ctx as any, {
        act: 'ask for an application',
        input,
        reason: input.reason,
        ticket: input.ticket,
        make: ground => makeAsk(input, ground),
      });
      giveOutput(ctx as any, output);
    },
  });
}

async function makeAsk(
  input: ApplicationInput,
  { backend, findEntity }: AskGround,
): Promise<RequestAsk> {
  const { environment, promoteFrom, source } = input;
  const clusters =
    input.clusters &&
    (await Promise.all(
      input.clusters.map(each => readCluster(each, findEntity)),
    ));
  if (!promoteFrom) {
    return deployAsk(input, clusters);
  }
  if (source) {
    throw new InputError('source: is what promoteFrom says; give one of them');
  }
  if (promoteFrom === environment) {
    throw new InputError(
      `promoteFrom: must be another environment than ${environment}`,
    );
  }
  return promoteAsk(
    input,
    await backend.requests.getRequestCurrent(
      applicationKey(input, promoteFrom),
    ),
    await findCurrent(backend, applicationKey(input, environment)),
    clusters,
  );
}
