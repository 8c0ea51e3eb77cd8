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

import { createHash } from 'node:crypto';
import { InputError, ResponseError } from '@backstage/errors';
import type {
  FleetRequest,
  RequestAsk,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetBackend } from '../backend/createFleetBackend';
import { askBackend } from './askBackend';
import { showDryRun } from './showDryRun';
import { requestLink } from './requestLink';
import type {
  AskGround,
  RequestActionOptions,
  RequestOutput,
  StepAsk,
  StepContext,
} from './types';
import { wordCost, wordRefusal, wordVerdict } from './wordVerdict';

/**
 * Asks for what a step wants, in the name of whoever started the template. Run
 * again, the step finds its request and makes no second one. In a dry run it is
 * only looked at.
 *
 * @throws InputError with each field that is wrong, or each reason for a denial
 */
export async function submit(
  options: RequestActionOptions,
  ctx: StepContext,
  wanted: StepAsk,
): Promise<RequestOutput> {
  const ground = await groundOf(options, ctx);
  const make = () => askBackend(ctx, wanted.act, () => wanted.make(ground));
  if (ctx.isDryRun) {
    const ask = await make();
    return showDryRun(ctx, ground.backend, ask, wanted.act);
  }
  const digest = digestOf(wanted.input);
  const output = await ctx.checkpoint({
    key: `request.${digest}`,
    fn: async () => {
      const ask = await make();
      const made = await create(ctx, ground.backend, ask, wanted, digest);
      tell(ctx, made);
      return toOutput(made, options.portalPath);
    },
  });
  ctx.logger.info(`Follow it at ${output.link}`);
  return output;
}

async function groundOf(
  { backendFor, findEntityFor }: RequestActionOptions,
  ctx: StepContext,
): Promise<AskGround> {
  const credentials = await ctx.getInitiatorCredentials();
  return {
    backend: backendFor({ credentials, signal: ctx.signal }),
    findEntity: findEntityFor(credentials),
  };
}

async function create(
  ctx: StepContext,
  { requests }: FleetBackend,
  ask: RequestAsk,
  { act, reason, ticket }: StepAsk,
  digest: string,
): Promise<FleetRequest> {
  const { request: _, ...asked } = ask;
  try {
    return await requests.createRequest({
      ...asked,
      reason,
      ...(ticket && { ticket }),
      task: ctx.task.id,
      // A step that runs for each of several things asks for them one by one.
      idempotencyKey: `scaffolder/${ctx.task.id}/${
        ctx.step?.id ?? ''
      }/${digest}`,
    });
  } catch (error) {
    if (error instanceof ResponseError && error.statusCode === 400) {
      await explain(ctx, requests, ask, act);
    }
    return await askBackend(ctx, act, () => Promise.reject(error));
  }
}

/** Says field by field what was refused, where it still is. */
async function explain(
  ctx: StepContext,
  requests: FleetBackend['requests'],
  ask: RequestAsk,
  act: string,
): Promise<void> {
  const preflight = await askBackend(ctx, act, () =>
    requests.preflightRequest(ask),
  );
  const lines = wordRefusal(preflight);
  if (lines.length > 0) {
    throw new InputError(lines.join('\n'));
  }
}

function tell(ctx: StepContext, made: FleetRequest): void {
  const { approval, cost, preflight, title } = made;
  ctx.logger.info(`Asked for: ${title}`);
  for (const line of [
    ...wordVerdict(preflight, approval),
    ...(cost ? wordCost(cost) : []),
    ...(made.message ? [made.message] : []),
  ]) {
    ctx.logger.info(line);
  }
}

function toOutput(made: FleetRequest, portalPath: string): RequestOutput {
  const { approval, id, links, state, thing, verdict } = made;
  return {
    requestId: id,
    link: requestLink(id, portalPath),
    state,
    thing: thing.key,
    verdict,
    needsApproval: approval.needed,
    ...(links?.entityRef && { entityRef: links.entityRef }),
    ...(links?.pullRequest && { pullRequestUrl: links.pullRequest.url }),
  };
}

function digestOf(input: object): string {
  return createHash('sha256')
    .update(JSON.stringify(input))
    .digest('hex')
    .slice(0, 16);
}
