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

import type { ReportLoad } from '../../model/policyStory';
import type { Cluster } from '../../model/types';
import {
  timestamp,
  type DerivedObject,
  type KubernetesObject,
  type ObjectMetadata,
} from '../objects/KubernetesObject';
import { loadPolicy } from './loadPolicies';
import { reportObject } from './reportObjects';
import type { ReportedResult } from './results';

const NAMESPACES = 40;

/** The namespaces that the resources of a load are in, with who owns them. */
export function loadNamespaces(
  load: ReportLoad | undefined,
): Record<string, Record<string, string>> {
  return load
    ? Object.fromEntries(
        Array.from({ length: NAMESPACES }, (_, index) => [
          loadNamespace(index),
          { team: `team-${index % 12}` },
        ]),
      )
    : {};
}

function loadNamespace(index: number): string {
  return `load-${String(index).padStart(2, '0')}`;
}

interface Shared {
  load: ReportLoad;
  cluster: Cluster;
  perNamespace: number;
}

class LoadReport implements DerivedObject {
  readonly #index: number;
  readonly #shared: Shared;

  constructor(index: number, shared: Shared) {
    this.#index = index;
    this.#shared = shared;
  }

  get metadata(): ObjectMetadata {
    const { cluster, perNamespace } = this.#shared;
    const uid = this.#uid('8');
    return {
      name: this.#uid('4'),
      namespace: loadNamespace(Math.floor(this.#index / perNamespace)),
      uid,
      resourceVersion: String(this.#index + 1),
      generation: 1,
      creationTimestamp: timestamp(cluster.createdAt),
      labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
    };
  }

  render(): KubernetesObject {
    const { cluster } = this.#shared;
    const { metadata } = this;
    const scope = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: `service-${String(this.#index).padStart(5, '0')}`,
      uid: metadata.name,
    };
    const results = this.#results();
    return reportObject({
      metadata: { ...metadata, ownerReferences: [scope] },
      scope: { ...scope, namespace: metadata.namespace! },
      results,
      stampedAt: Math.floor(cluster.createdAt.getTime() / 1000),
      resourceVersion: String(1 + this.#index + 100_000 * fingerprint(results)),
    });
  }

  #results(): ReportedResult[] {
    const { load } = this.#shared;
    const share = load.notPassing / (load.reports * load.resultsEach);
    return Array.from({ length: load.resultsEach }, (_, number) => {
      const { name, category, severity } = loadPolicy(number);
      const before = this.#index * load.resultsEach + number;
      const fails =
        Math.round((before + 1) * share) > Math.round(before * share);
      return {
        source: 'kyverno',
        policy: name,
        rule: 'autogen-check',
        category,
        severity,
        result: fails ? 'fail' : 'pass',
        scored: true,
        message: fails
          ? `validation error: service-${this.#index} does not keep to policy ${
              number + 1
            }. rule autogen-check failed at path /spec/template/spec/containers/0/`
          : "validation rule 'autogen-check' passed.",
        properties: { process: 'background scan' },
      };
    });
  }

  /** Grows with the number, so that names are in order. */
  #uid(version: '4' | '8'): string {
    const number = this.#index.toString(16).padStart(8, '0');
    const rest = this.#shared.cluster.id.toLowerCase().slice(0, 12);
    return `${number}-0000-${version}000-8000-${rest}`;
  }
}

/** The reports of a load in the order of their keys, each no more than its number. */
export function loadReports(
  load: ReportLoad,
  cluster: Cluster,
): DerivedObject[] {
  const perNamespace = Math.ceil(load.reports / NAMESPACES);
  const shared = { load, cluster, perNamespace };
  return Array.from(
    { length: load.reports },
    (_, index) => new LoadReport(index, shared),
  );
}

/** Which of the results do not pass, in a number; cheap, for it is made for each. */
function fingerprint(results: ReportedResult[]): number {
  return results.reduce(
    (sum, { result }) => (31 * sum + (result === 'pass' ? 0 : 1)) % 999_983,
    0,
  );
}
