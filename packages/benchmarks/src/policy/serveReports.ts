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
  namespaces,
  report,
  reportsOf,
  result,
  startPolicyCluster,
  workloads,
} from './internals';

/** Of so many results one does not pass. */
const PASSING_BUT_ONE_OF = 33;

/**
 * The API of a cluster with so many policy reports, in a process of its own, so
 * that it takes no memory from whom it is measured with. Says where it is to
 * whoever started it.
 */
export async function serveReports(options: {
  reports: number;
  results: number;
}): Promise<void> {
  let index = 0;
  const objects = Array.from({ length: options.reports }, (_, place) =>
    report(
      `service-${place}`,
      Array.from({ length: options.results }, (__, policy) => {
        index += 1;
        const isBroken = index % PASSING_BUT_ONE_OF === 0;
        return result({
          policy: `policy-${policy}`,
          rule: `rule-${policy}`,
          ...(isBroken
            ? {
                result: 'fail',
                message: `validation error: containers must set what policy-${policy} asks for. rule rule-${policy} failed at path /spec/template/spec/containers/0/securityContext/`,
              }
            : {}),
        });
      }),
    ),
  );
  const cluster = await startPolicyCluster([
    namespaces({ shop: { team: 'shop' } }),
    ...workloads(),
    reportsOf(objects),
  ]);
  const { certificateAuthority, endpoint } = cluster;
  process.stdout.write(
    `${JSON.stringify({ certificateAuthority, endpoint })}\n`,
  );
  // Whoever started it is gone.
  process.stdin.resume().once('end', () => process.exit());
}
