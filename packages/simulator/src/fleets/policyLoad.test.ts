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

import { ManualClock } from '../clock';
import {
  wholeObject,
  type KubernetesObject,
} from '../kubernetes/objects/KubernetesObject';
import { keyOf, objectsOf } from '../kubernetes/objects/objectsOf';
import { CloudModel } from '../model';
import type { Cluster } from '../model/types';
import {
  FAILING_REPORT_LOAD,
  LARGE_REPORT_LOAD,
  reportLoadFleet,
} from './policyLoad';

const clock = new ManualClock('2026-11-29T09:00:00Z');
const now = clock.now();

const clustersOf = (...of: Parameters<typeof reportLoadFleet>): Cluster[] =>
  CloudModel.fromSpec(reportLoadFleet(...of), clock).clusters();

const reportsOf = (cluster: Cluster): readonly KubernetesObject[] =>
  objectsOf(cluster).byResource.get('policyreports.wgpolicyk8s.io')!;

const summaryOf = (cluster: Cluster) => {
  const sum = { pass: 0, fail: 0 };
  for (const report of reportsOf(cluster)) {
    const { summary } = wholeObject(report, now) as any;
    sum.pass += summary.pass;
    sum.fail += summary.fail;
  }
  return sum;
};

describe('a load of reports', () => {
  it('is 160,000 results in one cluster, of which 97 % pass', () => {
    const [cluster] = clustersOf(1, LARGE_REPORT_LOAD, { now });
    const reports = reportsOf(cluster);
    expect(reports).toHaveLength(10_000);
    expect(summaryOf(cluster)).toEqual({ pass: 155_200, fail: 4_800 });
    const keys = reports.map(keyOf);
    expect(keys).toEqual([...keys].sort());
    expect(new Set(keys).size).toBe(10_000);
  });

  it('is 2,000 results that do not pass, in as many clusters as are wanted', () => {
    const clusters = clustersOf(500, FAILING_REPORT_LOAD, { now });
    expect(clusters).toHaveLength(500);
    const [first, last] = [clusters[0], clusters[499]];
    expect([summaryOf(first), summaryOf(last)]).toEqual([
      { pass: 0, fail: 2_000 },
      { pass: 0, fail: 2_000 },
    ]);
    expect(reportsOf(first)[0].metadata.name).not.toBe(
      reportsOf(last)[0].metadata.name,
    );
  });

  it('has the policies that its results are of, and nothing of the chart', () => {
    const [cluster] = clustersOf(1, FAILING_REPORT_LOAD, { now });
    const policies = objectsOf(cluster).byResource.get(
      'clusterpolicies.kyverno.io',
    )!;
    expect(policies.map(({ metadata }) => metadata.name)).toEqual([
      'load-policy-01',
      'load-policy-02',
      'load-policy-03',
      'load-policy-04',
    ]);
  });

  it('changes the versions of reports with what they say, and is the same for the same load', () => {
    const versions = (notPassing: number) =>
      reportsOf(
        clustersOf(1, { ...FAILING_REPORT_LOAD, notPassing }, { now })[0],
      ).map(report => wholeObject(report, now).metadata.resourceVersion);
    expect(versions(2_000)).toEqual(versions(2_000));
    const changed = versions(1_999);
    expect(
      versions(2_000).filter((version, index) => version !== changed[index]),
    ).toHaveLength(1);
  });
});
