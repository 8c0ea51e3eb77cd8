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
  addon,
  ago,
  assessmentInput,
  DAY_MS,
  findingsOf,
  insight,
  listed,
  nodegroup,
  nodeSet,
  update,
  healthyDocuments,
  type Change,
} from '../__testUtils__/assessment';
import { assessReadiness } from './assessReadiness';

const NOTES = 'upgrade-waves.md 2.5';

interface Case {
  rule: string;
  /** Where the rule is written down. */
  source: string;
  change: Change;
  verdict: 'ready' | 'blocked' | 'unknown';
  /** `severity code` of findings that must be there. */
  finds?: string[];
  /** Codes that must not. */
  without?: string[];
  hops?: string[];
}

const documents = healthyDocuments();
const controlPlane = (extra: Partial<typeof documents.controlPlane>) => ({
  documents: { controlPlane: { ...documents.controlPlane, ...extra } },
});
const nodegroups = (...list: ReturnType<typeof nodegroup>[]) => ({
  documents: { nodegroups: { nodegroups: list, unreadable: [] } },
});
const insights = (...list: ReturnType<typeof insight>[]) => ({
  documents: { insights: { insights: list, unreadable: [] } },
});
const subnets = (...free: number[]) => ({
  documents: {
    subnets: {
      subnets: free.map((freeAddresses, index) => ({
        id: `subnet-${index}`,
        freeAddresses,
      })),
      missing: [],
    },
  },
});

const CASES: Case[] = [
  {
    rule: 'a control plane moves one minor at a time',
    source: `${NOTES}, Upgrade: "One minor at a time"`,
    change: { target: '1.35' },
    verdict: 'ready',
    hops: ['1.34', '1.35'],
  },
  {
    rule: 'five free addresses are enough',
    source: `${NOTES}, Upgrade: "Needs up to 5 free IPs in the cluster subnets"`,
    change: subnets(2, 3),
    verdict: 'ready',
    without: ['addresses-short'],
  },
  {
    rule: 'four free addresses are not',
    source: `${NOTES}, Upgrade: "Needs up to 5 free IPs in the cluster subnets"; 2.7 eksup EKS001`,
    change: subnets(2, 2),
    verdict: 'blocked',
    finds: ['blocking addresses-short'],
  },
  {
    rule: 'a kubelet may be three minors older',
    source: `${NOTES}, Upgrade: "kubelet up to 3 minors older"`,
    change: nodegroups(nodegroup({ version: '1.31' })),
    verdict: 'ready',
    without: ['kubelet-skew'],
  },
  {
    rule: 'a kubelet may not be four minors older',
    source: `${NOTES}, Upgrade: "kubelet up to 3 minors older"`,
    change: nodegroups(nodegroup({ version: '1.30' })),
    verdict: 'blocked',
    finds: ['blocking kubelet-skew'],
  },
  {
    rule: 'a kubelet before 1.25 may be two minors older only',
    source: `${NOTES}, Upgrade: "CP may go up to 3 ahead for kubelet >=1.25"`,
    change: {
      ...controlPlane({ version: '1.26' }),
      documents: {
        controlPlane: { ...documents.controlPlane, version: '1.26' },
        nodegroups: {
          nodegroups: [nodegroup({ version: '1.24' })],
          unreadable: [],
        },
      },
      target: '1.27',
    },
    verdict: 'blocked',
    finds: ['blocking kubelet-skew'],
  },
  {
    rule: 'a kubelet is never newer than its control plane',
    source: `${NOTES}, Upgrade: "never newer"`,
    change: nodegroups(nodegroup({ version: '1.34' })),
    verdict: 'ready',
    finds: ['warning kubelet-newer'],
  },
  {
    rule: 'node groups need not match the control plane first',
    source: `${NOTES}, Upgrade: "Treat as advice, show skew, let the API decide"`,
    change: nodegroups(nodegroup({ version: '1.32' })),
    verdict: 'ready',
    without: ['kubelet-skew'],
  },
  {
    rule: 'only an ACTIVE cluster is upgraded',
    source: `${NOTES}, Upgrade: ClusterStatus CREATING, ACTIVE, DELETING, FAILED, UPDATING, PENDING`,
    change: controlPlane({ status: 'FAILED' }),
    verdict: 'blocked',
    finds: ['blocking cluster-not-active'],
  },
  {
    rule: 'one update at a time, as a cluster that is UPDATING shows',
    source: `${NOTES}, Upgrade: ResourceInUseException 409`,
    change: controlPlane({ status: 'UPDATING' }),
    verdict: 'blocked',
    finds: ['blocking update-in-progress'],
  },
  {
    rule: 'one update at a time, although the cluster is ACTIVE',
    source: `${NOTES}, Version rollback: "cluster stays ACTIVE while nodes go back"; 6: "ACTIVE may hide an Auto Mode rollback"`,
    change: {
      documents: {
        updates: {
          updates: [update({ type: 'VersionRollback', status: 'InProgress' })],
          unreadable: [],
        },
      },
    },
    verdict: 'blocked',
    finds: ['blocking update-in-progress'],
  },
  {
    rule: 'health issues of the control plane make an upgrade go back',
    source: `${NOTES}, Upgrade: Cluster.health.issues`,
    change: controlPlane({
      healthIssues: [
        { code: 'KmsKeyDisabled', message: 'disabled', resourceIds: [] },
      ],
    }),
    verdict: 'blocked',
    finds: ['blocking cluster-health'],
  },
  {
    rule: 'an ERROR insight blocks the version that it names',
    source: `${NOTES}, Insights: "ERROR usually means N+1 is hit"`,
    change: insights(insight({ status: 'ERROR', name: 'Something' })),
    verdict: 'blocked',
    finds: ['blocking insight'],
  },
  {
    rule: 'an ERROR insight on a version past the target does not',
    source: `${NOTES}, Insights: kubernetesVersion`,
    change: insights(
      insight(),
      insight({ status: 'ERROR', name: 'Later', kubernetesVersion: '1.35' }),
    ),
    verdict: 'ready',
    without: ['insight'],
  },
  {
    rule: 'a WARNING insight warns of the later hop',
    source: `${NOTES}, Insights: "WARNING means N+2 or later"`,
    change: {
      ...insights(
        insight(),
        insight({
          status: 'WARNING',
          name: 'Later',
          kubernetesVersion: '1.35',
        }),
      ),
      target: '1.35',
    },
    hops: ['1.34', '1.35'],
    verdict: 'ready',
    finds: ['warning insight'],
  },
  {
    rule: 'an UNKNOWN insight is not green',
    source: 'upgrade-waves.md 6: "UNKNOWN is not green"',
    change: insights(insight({ status: 'UNKNOWN' })),
    verdict: 'unknown',
    finds: ['unknown insight-unknown'],
  },
  {
    rule: 'rollback insights only inform',
    source: `${NOTES}, Insights: Category ROLLBACK_READINESS; "exist only after an upgrade"`,
    change: insights(
      insight(),
      insight({ category: 'ROLLBACK_READINESS', status: 'ERROR' }),
    ),
    verdict: 'ready',
    finds: ['info insight-other'],
  },
  {
    rule: 'insights on misconfiguration only inform',
    source: `${NOTES}, Insights: Category MISCONFIGURATION (hybrid nodes)`,
    change: insights(
      insight(),
      insight({ category: 'MISCONFIGURATION', status: 'ERROR' }),
    ),
    verdict: 'ready',
    finds: ['info insight-other'],
  },
  {
    rule: 'insights of a category that nobody knows only inform',
    source: 'issue: "an insight category nobody knows"',
    change: insights(
      insight(),
      insight({ category: 'COST_OPTIMIZATION', status: 'ERROR' }),
    ),
    verdict: 'ready',
    finds: ['info insight-other'],
  },
  {
    rule: 'EKS refreshes insights daily: two days are too old',
    source: `${NOTES}, Insights: "Refresh every 24 h"`,
    change: insights(insight({ lastRefreshTime: ago(2.1 * DAY_MS) })),
    verdict: 'unknown',
    finds: ['unknown insights-stale'],
  },
  {
    rule: 'a deprecated API that is still called blocks until 30 days after the last call',
    source: `${NOTES}, Insights: "an ERROR stays up to 30 days after the fix"`,
    change: insights(
      insight({
        status: 'ERROR',
        name: 'Deprecated APIs removed in Kubernetes v1.34',
        deprecations: [
          {
            usage: '/apis/policy/v1beta1/poddisruptionbudgets',
            stopServingVersion: '1.34',
            clients: [
              { userAgent: 'argocd/v2.9', lastRequestTime: ago(12 * DAY_MS) },
            ],
          },
        ],
      }),
    ),
    verdict: 'blocked',
    finds: ['blocking deprecated-api'],
  },
  {
    rule: 'an add-on version that EKS does not list for the hop',
    source: `${NOTES}, Add-ons: compatibilities[].clusterVersion; "Add-ons are never auto-upgraded"`,
    change: {
      addonVersions: new Map([
        ['1.33', listed({ coredns: ['v1.11.4-eksbuild.2'] })],
        ['1.34', listed({ coredns: ['v1.12.1-eksbuild.1'] })],
      ]),
    },
    verdict: 'blocked',
    finds: ['blocking addon-incompatible'],
  },
  {
    rule: 'an add-on that has no version for the hop',
    source: `${NOTES}, Add-ons: DescribeAddonVersions`,
    change: {
      addonVersions: new Map([
        ['1.33', listed({ coredns: ['v1.11.4-eksbuild.2'] })],
        ['1.34', listed({})],
      ]),
    },
    verdict: 'blocked',
    finds: ['blocking addon-no-version'],
  },
  {
    rule: 'insights look at add-ons that EKS manages only: self-managed ones are judged here',
    source: `${NOTES}, Insights: "Add-on checks cover EKS-managed add-ons only"`,
    change: {
      documents: {
        kubernetesAddons: {
          addons: [
            {
              component: 'karpenter',
              version: '1.3.0',
              namespace: 'kube-system',
              workload: 'Deployment/karpenter',
              image: 'public.ecr.aws/karpenter/controller:1.3.0',
            },
          ],
        },
      },
    },
    verdict: 'blocked',
    finds: ['blocking component-incompatible'],
  },
  {
    rule: 'Amazon Linux 2 has no image from 1.33 on',
    source: 'upgrade-waves.md 2.7: eksup EKS008 "AL2 AMI (removed 1.33+)"',
    change: nodegroups(nodegroup({ amiType: 'AL2_ARM_64', version: '1.32' })),
    verdict: 'blocked',
    finds: ['blocking ami-ended'],
  },
  {
    rule: 'a target that is out of all support',
    source: `${NOTES}, Versions and cost: "14 months standard + 12 extended"`,
    change: {
      ...controlPlane({ version: '1.29' }),
      target: '1.30',
      addonVersions: new Map([
        ['1.29', listed({ coredns: ['v1.11.4-eksbuild.2'] })],
        ['1.30', listed({ coredns: ['v1.11.4-eksbuild.2'] })],
      ]),
    },
    verdict: 'blocked',
    finds: ['blocking version-unsupported', 'warning support-ended'],
  },
  {
    rule: 'a target that EKS does not offer',
    source: `${NOTES}, Versions and cost: DescribeClusterVersions`,
    change: { ...controlPlane({ version: '1.35' }), target: '1.36' },
    verdict: 'blocked',
    finds: ['blocking version-not-offered'],
  },
  {
    rule: 'extended support is told by version and calendar, not by the upgrade policy',
    source: `${NOTES}, Versions and cost: "It is a preference, not the billing status"`,
    change: controlPlane({ supportType: 'STANDARD' }),
    verdict: 'ready',
    finds: ['info support-extended'],
  },
  {
    rule: 'a node group that is DEGRADED',
    source: `${NOTES}, Nodes: NodegroupStatus`,
    change: nodegroups(nodegroup({ status: 'DEGRADED' })),
    verdict: 'blocked',
    finds: ['blocking nodegroup-health'],
  },
  {
    rule: 'an add-on without which no node comes up, DEGRADED',
    source: `${NOTES}, Add-ons: AddonStatus`,
    change: {
      documents: {
        addons: {
          addons: [
            addon('coredns', {
              version: 'v1.11.4-eksbuild.2',
              status: 'DEGRADED',
            }),
          ],
          unreadable: [],
        },
      },
    },
    verdict: 'blocked',
    finds: ['blocking addon-health'],
  },
  {
    rule: 'Auto Mode replaces nodes by itself after the control plane',
    source: `${NOTES}, Nodes: "AWS replaces nodes by itself, honours PDBs and budgets"`,
    change: {
      documents: {
        controlPlane: {
          ...documents.controlPlane,
          autoMode: true,
          autoModeNodePools: ['general-purpose'],
        },
        nodegroups: { nodegroups: [], unreadable: [] },
        kubernetesNodes: {
          nodes: 4,
          sets: [
            nodeSet({
              owner: { kind: 'autoMode', name: 'general-purpose' },
              nodes: 4,
            }),
          ],
          allocatable: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
        },
      },
    },
    verdict: 'ready',
  },
];

describe('the rules of AWS', () => {
  it.each(CASES.map(item => [item.rule, item.source, item] as const))(
    '%s (%s)',
    (_rule, _source, { change, verdict, finds = [], without = [], hops }) => {
      const assessment = assessReadiness(assessmentInput(change));
      const found = findingsOf(change);
      expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
        expect.arrayContaining(finds),
      );
      for (const code of without) {
        expect(found.map(finding => finding.code)).not.toContain(code);
      }
      expect(assessment.verdict).toBe(verdict);
      expect(assessment.hops).toEqual(hops ?? [change?.target ?? '1.34']);
    },
  );
});
