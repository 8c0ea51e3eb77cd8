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

import type { RolloutDraft } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * Goes over development and staging by itself, and then asks for somebody of
 * production. Its bakes are as short as its upgrades are hurried.
 */
export const AUTUMN: RolloutDraft = {
  title: '1.34 in autumn',
  change: { kind: 'kubernetesVersion', version: '1.34' },
  selection: {
    filter: ['dev', 'staging', 'prod'].map(
      environment => `version=1.33,environment=${environment}`,
    ),
    // One of its add-ons has no version for 1.34 yet.
    exclude: ['arn:aws:eks:eu-west-1:444455556666:cluster/checkout-eu'],
  },
  strategy: {
    name: 'autumn',
    title: 'Hurried by environment',
    description:
      'One development cluster, the rest of development, staging two at a time; then production from one cluster on, once somebody agrees.',
    waves: [
      {
        name: 'first',
        match: { environments: ['dev'], regions: ['eu-central-1'] },
        size: '1',
        bake: '10s',
      },
      { name: 'development', match: { environments: ['dev'] }, bake: '15s' },
      {
        name: 'staging',
        match: { environments: ['staging'] },
        concurrency: '2',
        bake: '2m',
      },
      {
        name: 'production-first',
        match: { environments: ['prod'] },
        size: '1',
        production: true,
        before: [{ type: 'approval' }],
      },
      {
        name: 'production-few',
        match: { environments: ['prod'] },
        size: '3',
        production: true,
      },
      {
        name: 'production',
        match: { environments: ['prod'] },
        production: true,
        before: [{ type: 'approval' }],
      },
    ],
    bake: { first: '3m', floor: '1m' },
    concurrency: '100%',
    failureBudget: '1',
    retries: 1,
    nodes: 'afterBake',
    alarms: { quiet: '1m', pauseAfter: '30m' },
  },
  executor: 'gitops',
};

/** Nothing of it moves before somebody other than Pat agrees. */
export const NEXT: RolloutDraft = {
  title: 'Payments to 1.35',
  change: { kind: 'kubernetesVersion', version: '1.35' },
  selection: {
    filter: ['version=1.34,owner=group:default/payments'],
  },
  strategy: {
    name: 'payments',
    title: 'Payments, with care',
    waves: [
      {
        name: 'development',
        match: { environments: ['dev'] },
        before: [{ type: 'approval' }],
      },
      { name: 'staging', match: { environments: ['staging'] } },
      {
        name: 'production-first',
        match: { environments: ['prod'] },
        size: '1',
        production: true,
        before: [{ type: 'approval' }],
      },
      {
        name: 'production',
        match: { environments: ['prod'] },
        production: true,
      },
    ],
    bake: { first: '2m', floor: '1m' },
    concurrency: '1',
    failureBudget: '0',
    retries: 1,
    nodes: 'afterBake',
  },
  executor: 'gitops',
};
