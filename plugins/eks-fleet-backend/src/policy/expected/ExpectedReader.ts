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
  expectedPolicies,
  LayerProblem,
  policyLayerPaths,
  type EksFleetGitService,
  type LocatableCluster,
  type PolicyLayer,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PolicyLayersConfig } from '../readPolicyConfig';
import type { ExpectedRecord, ExpectedStore, LayerStore } from './types';

/** A cluster whose layers can be found. */
export type LayeredCluster = LocatableCluster & { arn: string };

const chartSchema = z.object({ name: z.string(), version: z.string() });

/**
 * Reads from the fleet repository which policies clusters are to have. Where no
 * commit is new it makes one call and writes nothing.
 */
export class ExpectedReader {
  readonly #git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
  readonly #store: ExpectedStore;
  readonly #layers: LayerStore;
  readonly #config: Pick<PolicyLayersConfig, 'paths' | 'repository'>;
  readonly #clusters: () => Promise<LayeredCluster[]>;
  readonly #now: () => Date;

  constructor(options: {
    git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
    store: ExpectedStore;
    layers: LayerStore;
    config: Pick<PolicyLayersConfig, 'paths' | 'repository'>;
    clusters: () => Promise<LayeredCluster[]>;
    now: () => Date;
  }) {
    this.#git = options.git;
    this.#store = options.store;
    this.#layers = options.layers;
    this.#config = options.config;
    this.#clusters = options.clusters;
    this.#now = options.now;
  }

  /** @throws GitFailure where the host does not answer; what was known stays */
  async read(signal?: AbortSignal): Promise<void> {
    const { repository: id, paths } = this.#config;
    const { branch } = this.#git.repositories.find(of => of.id === id)!;
    const repository = this.#git.repository(id, 'policies');
    const head = (await repository.readBranch(branch))?.sha;
    if (head === undefined) {
      return;
    }
    const [clusters, heads, known] = await Promise.all([
      this.#clusters(),
      this.#store.heads(),
      this.#layers.heads(),
    ]);
    const chart = chartFiles(paths[0]);
    const pathsOf = (cluster: LayeredCluster) =>
      policyLayerPaths(cluster, paths);
    const behind = clusters.filter(
      cluster =>
        heads.get(cluster.arn) !== head ||
        [...chart, ...pathsOf(cluster)].some(path => known.get(path) !== head),
    );
    // Clusters share all layers but their own.
    const files = new Map<string, Promise<string | undefined>>();
    const textOf = (path: string) => {
      const found =
        files.get(path) ??
        repository.readFile(path, head).then(file => file?.text);
      files.set(path, found);
      return found;
    };
    const version = behind.length > 0 ? await versionOf(chart, textOf) : '';
    for (const cluster of behind) {
      signal?.throwIfAborted();
      const layers = await Promise.all(
        pathsOf(cluster).map(async path => ({
          path,
          text: await textOf(path),
        })),
      );
      await this.#store.put([
        {
          arn: cluster.arn,
          head,
          readAt: this.#now().toISOString(),
          version,
          ...judge(layers),
        },
      ]);
    }
    if (behind.length > 0) {
      await Promise.all(chart.map(textOf));
      await this.#layers.put(
        await Promise.all(
          [...files].map(async ([path, text]) => ({
            path,
            head,
            text: await text,
          })),
        ),
      );
    }
    await this.#store.retain(clusters.map(({ arn }) => arn));
    await this.#layers.retain(
      new Set([...chart, ...clusters.flatMap(pathsOf)]),
    );
  }
}

function judge(
  layers: PolicyLayer[],
): Pick<ExpectedRecord, 'policies' | 'problem'> {
  const [chart, ...others] = layers;
  if (chart?.text === undefined) {
    return {
      policies: [],
      problem: `${chart?.path ?? 'The first layer'} is not there`,
    };
  }
  try {
    return { policies: expectedPolicies([chart, ...others]) };
  } catch (error) {
    if (error instanceof LayerProblem) {
      return { policies: [], problem: error.message };
    }
    throw error;
  }
}

/** What the chart says of itself, and of its values. */
function chartFiles(chartValues: string): [string, string] {
  return [besideValues(chartValues, 'Chart.yaml'), schemaPath(chartValues)];
}

/** Where the chart says which values it takes. */
export function schemaPath(chartValues: string): string {
  return besideValues(chartValues, 'values.schema.json');
}

function besideValues(chartValues: string, name: string): string {
  return chartValues.replace(/[^/]*$/, name);
}

/** As `helm.sh/chart` says it of what the chart made. */
async function versionOf(
  [chart]: [string, string],
  textOf: (path: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const text = await textOf(chart);
  try {
    const { name, version } = chartSchema.parse(parse(text ?? ''));
    return `${name}-${version}`;
  } catch {
    return undefined;
  }
}
