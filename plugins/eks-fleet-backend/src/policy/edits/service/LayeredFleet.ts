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
  mergeLayers,
  type PolicyLayer,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { chunks } from '../../../database/chunks';
import type { ClusterScope, ClusterStore } from '../../../inventory/types';
import { schemaPath } from '../../expected/ExpectedReader';
import type { FleetCluster } from '../../expected/layeredClusters';
import type { LayerStore, LayerText } from '../../expected/types';
import type { PolicyLayersConfig } from '../../readPolicyConfig';
import { ChartSchema } from '../plan/ChartSchema';
import { placesOf, type LayerPlace } from '../plan/placesOf';

/** The chart, as it was last read from Git. */
export interface ReadChart {
  values: PolicyLayer;
  /** Names of its policies. */
  policies: string[];
  /** Left out where there is none, which `problem` then says. */
  schema?: ChartSchema;
  problem?: string;
}

/** Our clusters, and where their policies are switched. */
export class LayeredFleet {
  readonly #clusters: () => Promise<FleetCluster[]>;
  readonly #store: Pick<ClusterStore, 'find'>;
  readonly #layers: Pick<LayerStore, 'read'>;
  readonly #config: PolicyLayersConfig;
  readonly #now: () => Date;

  constructor(options: {
    /** All of ours. */
    clusters: () => Promise<FleetCluster[]>;
    store: Pick<ClusterStore, 'find'>;
    layers: Pick<LayerStore, 'read'>;
    config: PolicyLayersConfig;
    now: () => Date;
  }) {
    this.#clusters = options.clusters;
    this.#store = options.store;
    this.#layers = options.layers;
    this.#config = options.config;
    this.#now = options.now;
  }

  async places(): Promise<Array<LayerPlace<FleetCluster>>> {
    return placesOf(await this.#clusters(), this.#config.paths);
  }

  texts(paths: string[]): Promise<Map<string, LayerText>> {
    return this.#layers.read(paths);
  }

  /** @returns a sentence where no policy can be switched by what is there */
  async chart(): Promise<ReadChart | string> {
    const [path] = this.#config.paths;
    const beside = schemaPath(path);
    const texts = await this.#layers.read([path, beside]);
    const values = texts.get(path);
    if (!values) {
      return 'The layers were not read from Git yet; look again in a minute';
    }
    try {
      const { policies } = mergeLayers([values]);
      const text = texts.get(beside)?.text;
      const schema =
        text === undefined ? 'it is not there' : ChartSchema.parse(text);
      return {
        values,
        policies: policies.map(({ name }) => name),
        ...(typeof schema === 'string'
          ? { problem: `${beside}: ${schema}` }
          : { schema }),
      };
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** Which of some clusters of ours are within a scope, by ARN. */
  async within(scope: ClusterScope, arns: string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const part of scope === 'none' ? [] : chunks(arns, 400)) {
      const clusters = await this.#store.find(
        scope,
        { arns: part, limit: part.length * 2 },
        this.#now(),
      );
      clusters
        .filter(({ origin }) => origin === 'eks-fleet')
        .forEach(({ arn }) => found.add(arn));
    }
    return found;
  }
}
