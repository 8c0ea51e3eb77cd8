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

import type { PolicyName } from '../../extensions/policySources';
import { mergeLayers } from './mergeLayers';
import type {
  EffectivePolicies,
  EffectivePolicy,
  LayerMode,
  PolicyLayer,
} from './types';

/**
 * A policy that is to be in a cluster, as Git says.
 *
 * @public
 */
export interface ExpectedPolicy extends PolicyName {
  mode: LayerMode;
  severity?: EffectivePolicy['severity'];
  /** Of the layer that says its mode. */
  decidedBy?: string;
}

/**
 * The policies that the layers put into a cluster, by the names that they have
 * there: those that are off are not among them.
 *
 * @throws LayerProblem as {@link mergeLayers}
 * @public
 */
export function expectedPolicies(
  layers: readonly PolicyLayer[],
): ExpectedPolicy[] {
  const { engine, policies } = mergeLayers(layers);
  return policies
    .filter(({ enabled }) => enabled)
    .map(({ name, mode, severity, decidedBy }) => ({
      ...policyInCluster(engine, name),
      mode,
      ...(severity && { severity }),
      decidedBy: decidedBy.mode,
    }));
}

/**
 * What a policy of the chart is called in a cluster.
 *
 * @public
 */
export function policyInCluster(
  engine: EffectivePolicies['engine'],
  policy: string,
): PolicyName {
  return {
    engine,
    kind: engine === 'kyverno' ? 'ValidatingPolicy' : constraintKind(policy),
    name: policy,
  };
}

/** The kind of a policy's constraint: `FleetRemovedApis` of `removed-apis`. */
export function constraintKind(policy: string): string {
  const words = policy
    .split('-')
    .map(word => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `Fleet${words.join('')}`;
}
