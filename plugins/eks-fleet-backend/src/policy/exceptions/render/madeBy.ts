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

/** Something that a workload makes, by how it names it. */
export interface Made {
  kind: string;
  /** What follows the workload's name and a dash, as a regular expression. */
  suffix: string;
}

const REPLICA_SET: Made = { kind: 'ReplicaSet', suffix: '[a-z0-9]+' };
const JOB: Made = { kind: 'Job', suffix: '[0-9]+' };

/** What stands between a workload and its pods. */
const BETWEEN: Readonly<Record<string, Made | undefined>> = {
  Deployment: REPLICA_SET,
  Rollout: REPLICA_SET,
  CronJob: JOB,
};

/** Workloads whose pods are theirs at once. */
const DIRECT = ['ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job'];

/** What a workload makes, from itself down to the pods; nothing for what makes none. */
export function madeBy(kind: string): string[] {
  const between = betweenOf(kind);
  if (between) {
    return [between.kind, 'Pod'];
  }
  return DIRECT.includes(kind) ? ['Pod'] : [];
}

export function betweenOf(kind: string): Made | undefined {
  return Object.hasOwn(BETWEEN, kind) ? BETWEEN[kind] : undefined;
}
