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

import type { ObservationDocuments } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NOW } from '../../__testUtils__/clock';
import type { AssessmentInput } from '../types';
import {
  addon,
  ago,
  assessmentInput,
  blockedDrain,
  DAY_MS,
  healthyDocuments,
  insight,
  listed,
  nodegroup,
  nodeSet,
  observed,
  update,
} from './assessment';

/** Numbers that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 0x1_0000_0000;
    let value = state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export const HOSTILE = [
  '',
  '\u0000',
  '\ud800',
  '__proto__',
  'a'.repeat(3_000),
  '<script>alert(1)</script>',
  "'; drop table clusters; --",
  '=HYPERLINK("https://example.com")',
  '%_!?',
  'ключ:日本語:🙈',
];

/** Any cluster that could be observed, and some that could not. */
export function randomInput(seed: number): AssessmentInput {
  const random = randomOf(seed);
  const pick = <T>(...items: T[]): T =>
    items[Math.floor(random() * items.length)];
  const some = <T>(make: () => T, most = 3): T[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const maybe = <T>(value: T): T | undefined =>
    random() < 0.5 ? value : undefined;
  const version = () =>
    pick('1.29', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', 'latest');
  const text = () => pick('api', 'workers', 'coredns', 'vpc-cni', ...HOSTILE);
  const time = () =>
    pick(ago(-DAY_MS), ago(0), ago(DAY_MS), ago(40 * DAY_MS), 'never');
  const issue = () => ({ code: text(), message: text(), resourceIds: [] });
  const base = healthyDocuments();

  const documents: Partial<ObservationDocuments> = {
    controlPlane: {
      ...base.controlPlane,
      version: pick('1.31', '1.33', '1.34', 'x'),
      status: pick('ACTIVE', 'ACTIVE', 'UPDATING', text()),
      healthIssues: some(issue, 1),
      autoMode: random() < 0.2,
      autoModeNodePools: ['general'],
    },
    nodegroups: {
      nodegroups: some(() =>
        nodegroup({
          name: text(),
          version: maybe(version()),
          status: pick('ACTIVE', 'ACTIVE', 'DEGRADED', 'UPDATING'),
          amiType: pick('AL2023_x86_64_STANDARD', 'AL2_x86_64', 'CUSTOM'),
          desiredSize: pick(0, 3, undefined),
        }),
      ),
      unreadable: some(() => ({ name: text(), reason: text() }), 1),
    },
    addons: {
      addons: some(() =>
        addon(text(), {
          version: pick(undefined, 'v1.11.4-eksbuild.2', 'v1.2.0', ...HOSTILE),
          status: pick('ACTIVE', 'ACTIVE', 'UPDATE_FAILED', 'CREATING'),
          marketplace: random() < 0.3,
          healthIssues: some(issue, 1),
        }),
      ),
      unreadable: some(() => ({ name: text(), reason: text() }), 1),
    },
    insights: {
      insights: some(
        () =>
          insight({
            name: pick('Kubelet version skew', 'Deprecated APIs', text()),
            category: pick('UPGRADE_READINESS', 'ROLLBACK_READINESS', text()),
            status: pick('PASSING', 'PASSING', 'WARNING', 'ERROR', 'UNKNOWN'),
            kubernetesVersion: maybe(version()),
            lastRefreshTime: maybe(time()),
            deprecations: some(
              () => ({
                usage: text(),
                stopServingVersion: maybe(version()),
                clients: some(() => ({
                  userAgent: text(),
                  lastRequestTime: maybe(time()),
                })),
              }),
              1,
            ),
            addons: some(
              () => ({ name: text(), compatibleVersions: some(text) }),
              1,
            ),
          }),
        5,
      ),
      unreadable: some(() => ({ name: text(), reason: text() }), 1),
    },
    subnets: {
      subnets: some(() => ({
        id: text(),
        freeAddresses: pick(0, 2, 50, 100),
      })),
      missing: some(text, 1),
    },
    updates: {
      updates: some(
        () =>
          update({
            id: text(),
            type: pick('VersionUpdate', 'AddonUpdate', text()),
            status: pick('Successful', 'Failed', 'InProgress'),
            createdAt: maybe(time()),
          }),
        2,
      ),
      unreadable: [],
    },
    kubernetesNodes: {
      nodes: 3,
      sets: some(() =>
        nodeSet({
          owner: {
            kind: pick(
              'nodegroup',
              'karpenter',
              'autoMode',
              'fargate',
              'selfManaged',
            ),
            name: maybe(text()),
          },
          kubeletVersion: pick('v1.33.5', 'v1.30.1', ...HOSTILE),
          kubeProxyVersion: maybe(version()),
          osImage: maybe('Amazon Linux 2'),
        }),
      ),
      allocatable: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
    },
    kubernetesDisruption: {
      budgets: 1,
      workloads: 1,
      blockedDrains: some(() =>
        blockedDrain({
          budgets: some(text, 2),
          reason: pick('budgetAllowsNone', 'severalBudgets', 'unhealthyPods'),
          nodeOwners: some(() => ({ kind: 'nodegroup', name: text() }), 1),
        }),
      ),
      singleReplicas: [],
      withoutBudget: 0,
      truncated: random() < 0.1,
    },
    kubernetesAddons: {
      addons: some(() => ({
        component: pick('karpenter', 'cert-manager', text()),
        version: maybe(pick('1.5.0', '1.19.1', ...HOSTILE)),
        namespace: text(),
        workload: text(),
        image: text(),
      })),
    },
  };
  const observations = Object.fromEntries(
    Object.entries(documents)
      .filter(() => random() < 0.9)
      .map(([kind, document]) => [
        kind,
        observed(
          document,
          pick(
            {},
            {},
            {},
            {},
            {},
            { freshUntil: ago(1) },
            { error: { code: 'throttled' as const, message: text() } },
            { document: undefined, observedAt: undefined },
          ),
        ),
      ]),
  );
  const lists = listed({
    coredns: ['v1.12.1-eksbuild.1', 'v1.11.4-eksbuild.2'],
    'vpc-cni': some(text),
  });
  return {
    ...assessmentInput(),
    observations,
    target: pick('1.32', '1.34', '1.35', '1.36'),
    addonVersions: new Map(
      ['1.31', '1.32', '1.33', '1.34', '1.35', '1.36']
        .filter(() => random() < 0.9)
        .map(item => [item, lists]),
    ),
    now: NOW,
  };
}
