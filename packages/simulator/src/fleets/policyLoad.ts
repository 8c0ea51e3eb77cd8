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

import { POLICY_LIBRARY } from '../kubernetes/policies/library';
import type { KubernetesStory } from '../model/kubernetesStory';
import type { ReportLoad } from '../model/policyStory';
import type { FleetSpec } from '../model/types';
import { scaledFleet } from './scaled';

/**
 * 10,000 reports with 160,000 results in one cluster, of which 97 % pass.
 *
 * @public
 */
export const LARGE_REPORT_LOAD: ReportLoad = {
  reports: 10_000,
  resultsEach: 16,
  notPassing: 4_800,
};

/**
 * 2,000 results of one cluster, none of which passes.
 *
 * @public
 */
export const FAILING_REPORT_LOAD: ReportLoad = {
  reports: 500,
  resultsEach: 4,
  notPassing: 2_000,
};

/**
 * So many clusters with a load of reports each, and next to nothing else.
 *
 * @public
 */
export function reportLoadFleet(
  clusters: number,
  load: ReportLoad,
  options: { seed?: number; now?: Date } = {},
): FleetSpec {
  const { seed = 1, now = new Date() } = options;
  const fleet = scaledFleet(
    { accounts: 1, regions: 1, clustersPerTarget: clusters },
    seed,
    now,
  );
  return {
    ...fleet,
    accounts: fleet.accounts.map(account => ({
      ...account,
      clusters: account.clusters?.map(cluster => ({
        ...cluster,
        nodegroups: [{ name: 'general', desiredSize: 1 }],
        kubernetes: loadStory(load),
      })),
    })),
  };
}

function loadStory(load: ReportLoad): KubernetesStory {
  return {
    usualWorkloads: false,
    usualComponents: false,
    components: [{ name: 'kyverno', replicas: 1 }],
    policies: {
      kyverno: { load },
      values: {
        policies: Object.fromEntries(
          POLICY_LIBRARY.map(({ name }) => [name, { enabled: false }]),
        ),
      },
    },
  };
}
