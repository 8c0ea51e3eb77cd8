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

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** The reference fleet repository. */
export const FLEET = resolve(__dirname, '../../../../../../gitops');

/** The chart's folder. */
export const CHART = resolve(FLEET, 'charts/fleet-policies');

/** Whether there is a Helm to ask. */
export const HELM = spawnSync('helm', ['version']).status === 0;

/** Helm takes a version for granted that its build names; some name an old one. */
const KUBERNETES = ['--kube-version', 'v1.34.1-eks-5e0fdde'];

/** An object that Helm made. */
export interface RenderedObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
  };
  spec: any;
}

/**
 * What `helm template` makes.
 *
 * @throws with what Helm says
 */
export function runHelm(args: string[]): unknown[] {
  const { status, stderr, stdout } = spawnSync(
    'helm',
    [...args, ...KUBERNETES],
    { encoding: 'utf8', maxBuffer: 64e6 },
  );
  if (status !== 0) {
    throw new Error(stderr);
  }
  return parseAllDocuments(stdout)
    .map(document => document.toJS({ maxAliasCount: 1000 }))
    .filter(Boolean);
}

/** The chart's objects, with files of values and values beside. */
export function renderChart(
  files: string[],
  set: Record<string, string> = {},
): RenderedObject[] {
  return runHelm([
    'template',
    'fleet-policies',
    CHART,
    '--namespace',
    'kyverno',
    ...files.flatMap(file => ['--values', file]),
    ...Object.entries(set).flatMap(([key, value]) => [
      '--set',
      `${key}=${value}`,
    ]),
  ]) as RenderedObject[];
}
