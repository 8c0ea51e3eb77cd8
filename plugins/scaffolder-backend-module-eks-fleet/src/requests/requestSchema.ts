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

import type { Zod } from '../zod';

/** What every request is asked for with. */
export const askingInput = {
  owner: (z: Zod) =>
    z
      .string()
      .regex(
        /^group:[a-z0-9][a-z0-9-]{0,62}\/[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
      )
      .describe(
        'The group that it is for, as an entity reference such as `group:default/payments`; its name is the team',
      ),
  ...whyInput(),
};

/** Why something is asked for. */
export function whyInput() {
  return {
    reason: (z: Zod) =>
      z
        .string()
        .min(1)
        .max(2000)
        .describe('Why, for who decides it and who reviews the pull request'),
    ticket: (z: Zod) =>
      z
        .string()
        .max(200)
        .optional()
        .describe('Of the tracker, such as `PAY-17`'),
  };
}

export const expiresOnInput = (z: Zod) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .describe('Day, in UTC, from which on it may go; such as `2027-03-31`');

export const clusterInput = (z: Zod) =>
  z
    .union([
      z.string(),
      z
        .object({
          accountId: z.string().regex(/^\d{12}$/),
          region: z.string(),
          name: z.string(),
        })
        .strict(),
    ])
    .describe(
      'The cluster: its entity as a picker gives it, its ARN, `cluster/<account>/<region>/<name>`, or account, Region and name',
    );

export const requestOutput = {
  requestId: (z: Zod) =>
    z.string().optional().describe('Of the request; none in a dry run'),
  link: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Where the request is followed; none in a dry run'),
  state: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('How far it is, such as `pendingApproval` or `proposed`'),
  thing: (z: Zod) =>
    z
      .string()
      .describe(
        'Key of what it is about, such as `namespace/111122223333/eu-west-1/prod-1/payments-dev`',
      ),
  verdict: (z: Zod) =>
    z.enum(['allow', 'needsApproval']).describe('A denial fails the step'),
  needsApproval: (z: Zod) =>
    z.boolean().describe('Whether somebody has to agree before it goes on'),
  entityRef: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Of the thing in the catalog, once it is there'),
  pullRequestUrl: (z: Zod) =>
    z.string().optional().describe('Of its pull request, once it is open'),
};
