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

import { hexFrom } from '../../model/ids';
import { minorOf } from '../../model/minors';
import type { KubeBenchStory } from '../../model/policyStory';
import type { Cluster } from '../../model/types';
import {
  timestamp,
  type DerivedObject,
  type KubernetesObject,
  type MetadataOf,
} from '../objects/KubernetesObject';

type Row = [
  number: string,
  description: string,
  scored: boolean,
  /** Whether only a person can tell. */
  manual?: boolean,
];

interface Section {
  section: string;
  desc: string;
  rows: Row[];
}

/** Of the CIS benchmark for EKS, what is looked at on a node. */
const SECTIONS: Section[] = [
  {
    section: '3.1',
    desc: 'Worker Node Configuration Files',
    rows: [
      [
        '3.1.1',
        'Ensure that the kubeconfig file permissions are set to 644 or more restrictive',
        true,
      ],
      [
        '3.1.2',
        'Ensure that the kubelet kubeconfig file ownership is set to root:root',
        true,
      ],
      [
        '3.1.3',
        'Ensure that the kubelet configuration file has permissions set to 644 or more restrictive',
        true,
      ],
      [
        '3.1.4',
        'Ensure that the kubelet configuration file ownership is set to root:root',
        true,
      ],
    ],
  },
  {
    section: '3.2',
    desc: 'Kubelet',
    rows: [
      ['3.2.1', 'Ensure that the Anonymous Auth is Not Enabled', true],
      [
        '3.2.2',
        'Ensure that the --authorization-mode argument is not set to AlwaysAllow',
        true,
      ],
      ['3.2.3', 'Ensure that a Client CA File is Configured', true],
      ['3.2.4', 'Ensure that the --read-only-port is disabled', true],
      [
        '3.2.5',
        'Ensure that the --streaming-connection-idle-timeout argument is not set to 0',
        true,
      ],
      [
        '3.2.7',
        'Ensure that the --eventRecordQPS argument is set to 0 or a level which ensures appropriate event capture',
        false,
        true,
      ],
      [
        '3.2.9',
        'Ensure that the RotateKubeletServerCertificate argument is set to true',
        true,
      ],
    ],
  },
];

/** The benchmark that kube-bench picks by itself; what it does not know gets an old one. */
export function benchmarkOf({ version }: Pick<Cluster, 'version'>): string {
  const minor = minorOf(version);
  if (minor >= 29 && minor <= 31) {
    return 'eks-1.7.0';
  }
  return minor >= 32 && minor <= 34 ? 'eks-1.8.0' : 'eks-1.5.0';
}

interface ConfigMap extends KubernetesObject {
  data: Record<string, string>;
}

/** A CronJob runs it on each node. */
const RUNS_AT_HOUR = 2;
const DAY_MS = 86_400_000;

/**
 * A ConfigMap for each node, with what `kube-bench --json` printed on it, last
 * written when it last ran.
 */
export function kubeBenchConfigMaps(
  cluster: Cluster,
  story: KubeBenchStory,
  nodes: readonly KubernetesObject[],
  metadataOf: MetadataOf,
): DerivedObject[] {
  const { namespace = 'kube-bench', profile = benchmarkOf(cluster) } = story;
  return nodes.map(({ metadata: { name: node } }) => {
    const metadata = metadataOf(
      'ConfigMap',
      `kube-bench-${hexFrom(node, 10)}`,
      {
        namespace,
        labels: { app: 'kube-bench' },
        annotations: { 'kube-bench/node': node },
      },
    );
    return {
      metadata,
      render: (now): ConfigMap => ({
        metadata: {
          ...metadata,
          managedFields: [
            {
              manager: 'kubectl-client-side-apply',
              operation: 'Update',
              time: timestamp(lastRun(now)),
            },
          ],
        },
        data: {
          node,
          'results.json': JSON.stringify(
            resultsOf(profile, cluster, story, node),
          ),
        },
      }),
    };
  });
}

function lastRun(now: Date): Date {
  const today = new Date(now);
  today.setUTCHours(RUNS_AT_HOUR, 0, 0, 0);
  return today > now ? new Date(today.getTime() - DAY_MS) : today;
}

function resultsOf(
  profile: string,
  cluster: Cluster,
  { failing = [] }: KubeBenchStory,
  node: string,
) {
  const tests = SECTIONS.map(({ section, desc, rows }) => {
    const results = rows.map(row => checkOf(row, failing, node));
    return {
      section,
      type: '',
      ...countsOf(results),
      desc,
      results,
    };
  });
  const all = countsOf(tests.flatMap(({ results }) => results));
  const totals = {
    total_pass: all.pass,
    total_fail: all.fail,
    total_warn: all.warn,
    total_info: all.info,
  };
  return {
    Controls: [
      {
        id: '3',
        version: profile,
        detected_version: cluster.version,
        text: 'Worker Node Security Configuration',
        node_type: 'node',
        tests,
        ...totals,
      },
    ],
    Totals: totals,
  };
}

/** What is to fail does so on one node in two, as nodes come from several launches. */
function checkOf(
  [number, description, scored, manual = false]: Row,
  failing: string[],
  node: string,
) {
  const isBroken =
    failing.includes(number) &&
    parseInt(hexFrom(`${number}/${node}`, 2), 16) % 2 === 0;
  const status = isBroken ? 'FAIL' : (manual && 'WARN') || 'PASS';
  return {
    test_number: number,
    test_desc: description,
    audit: '/bin/ps -fC kubelet',
    AuditEnv: '',
    AuditConfig: '/bin/cat /etc/kubernetes/kubelet/config.json',
    type: manual ? 'manual' : '',
    remediation: `Follow the CIS Amazon EKS Benchmark, ${number}, on the node.`,
    test_info: [`Follow the CIS Amazon EKS Benchmark, ${number}, on the node.`],
    status,
    actual_value: isBroken ? 'not as it should be' : '',
    scored,
    IsMultiple: false,
    expected_result: '',
    ...(status === 'WARN' && { reason: 'Test marked as a manual test' }),
  };
}

function countsOf(results: { status: string }[]) {
  const count = (status: string) =>
    results.filter(result => result.status === status).length;
  return {
    pass: count('PASS'),
    fail: count('FAIL'),
    warn: count('WARN'),
    info: count('INFO'),
  };
}
