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

import type { z as Zod } from 'zod/v3';

/** A cluster as actions give it; the HTTP API gives the same. */
export function clusterSchema(z: typeof Zod) {
  return z.object({
    entityRef: z.string().describe('Entity reference in the catalog'),
    name: z.string(),
    origin: z
      .enum(['eks-fleet', 'foreign'])
      .describe('foreign: another source of the catalog says that it exists'),
    conflictsWith: z.string().optional(),
    provider: z.string().optional(),
    arn: z.string().optional(),
    partition: z.string().optional(),
    accountId: z.string().optional(),
    accountName: z.string().optional(),
    region: z.string().optional(),
    version: z.string().optional().describe('Kubernetes version'),
    platformVersion: z.string().optional(),
    status: z.string().optional().describe('As EKS says it, such as ACTIVE'),
    createdAt: z.string().optional(),
    support: z.object({
      state: z.enum(['standard', 'extended', 'unsupported', 'unknown']),
      endOfStandardSupport: z.string().optional(),
      endOfExtendedSupport: z.string().optional(),
      daysLeft: z
        .number()
        .optional()
        .describe('Days until the present state of support ends'),
      policy: z.string().optional(),
    }),
    owner: z.string().optional().describe('Entity reference of the owner'),
    system: z.string().optional(),
    environment: z.string().optional(),
    labels: z.record(z.string()),
    observation: z
      .object({
        state: z.enum(['fresh', 'stale', 'failing', 'unmanaged', 'unknown']),
        observedAt: z.string().optional(),
        error: z
          .object({
            code: z.string(),
            message: z.string(),
            since: z.string().optional(),
          })
          .optional(),
      })
      .describe('How far what is shown can be trusted'),
    cost: costSchema(z),
    links: z.array(z.object({ title: z.string(), url: z.string() })),
  });
}

export function costSchema(z: typeof Zod) {
  return z
    .object({
      controlPlaneUsdPerMonth: z.number(),
      extendedSupportUsdPerMonth: z.number(),
    })
    .describe('Of the control plane, in US dollars a month of 730 hours');
}

/** Which clusters a question is about. */
export function filterInput(z: typeof Zod) {
  return z
    .record(z.array(z.string().max(400)).max(100))
    .optional()
    .describe('Keys and their values, such as {"support":["extended"]}');
}

/** Which version clusters are to move to. */
export function targetInput(z: typeof Zod) {
  return z
    .string()
    .regex(/^(next|supported|1\.\d{1,3})$/)
    .optional()
    .describe(
      "next for each cluster's next minor version (the default), supported for the oldest version that still has standard support, or a version such as 1.35",
    );
}
