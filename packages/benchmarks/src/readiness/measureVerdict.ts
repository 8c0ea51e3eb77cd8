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

import { withCloud, type CloudOptions } from '../cloud/SimulatorProcess';
import { benchDatabases } from '../inventory/benchDatabases';
import { median, percentile, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import { assessReadiness, type AssessmentInput } from './internals';
import { observeInputs } from './observeInputs';

const CLOUD: CloudOptions = {
  accounts: 10,
  regions: 5,
  clustersPerTarget: 4,
  latencyMs: 0,
  limits: 'off',
};
const OBSERVED = CLOUD.accounts * CLOUD.regions * CLOUD.clustersPerTarget;
const ASSESSED = 2_000;
const TARGETS = 3;
const WARM_UP_ROUNDS = 2;

/** The pure assessment, over what was observed of a fleet. */
export async function measureVerdict(record: Record): Promise<void> {
  const [database] = benchDatabases();
  const clusters = await withCloud(CLOUD, () =>
    observeInputs({ cloud: CLOUD, database, targets: TARGETS }),
  );
  const assess = (inputs: AssessmentInput[]) => {
    const start = performance.now();
    const findings = inputs.reduce(
      (sum, input) => sum + assessReadiness(input).findings.length,
      0,
    );
    return { milliseconds: performance.now() - start, findings };
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    clusters.forEach(assess);
  }

  const perVerdict: number[] = [];
  const perCluster: number[] = [];
  let findings = 0;
  for (let index = 0; index < ASSESSED; index++) {
    const inputs = clusters[index % clusters.length];
    let ofCluster = 0;
    for (const input of inputs) {
      const one = assess([input]);
      perVerdict.push(one.milliseconds);
      ofCluster += one.milliseconds;
      findings += one.findings;
    }
    perCluster.push(ofCluster);
  }
  const detail = `${
    perVerdict.length
  } verdicts on ${ASSESSED} clusters, each of ${OBSERVED} in its turn; ${rounded(
    findings / perVerdict.length,
  )} findings each`;
  for (const [name, value] of [
    ['median', median(perVerdict)],
    ['p95', percentile(perVerdict, 0.95)],
  ] as const) {
    record({
      name: `${name} of a verdict on a cluster`,
      value,
      unit: 'ms',
      bar: { atMost: 1 },
      detail,
    });
  }
  record({
    name: `p95 of the verdicts on a cluster for up to ${TARGETS} versions`,
    value: percentile(perCluster, 0.95),
    unit: 'ms',
    detail: `median ${rounded(median(perCluster))}, longest ${rounded(
      Math.max(...perCluster),
    )}`,
  });
}
