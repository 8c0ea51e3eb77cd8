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

import { isDeepStrictEqual } from 'node:util';
import type { PolicyEngine } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { fieldsOfEdit } from './editLayer';
import { mergeLayers } from './mergeLayers';
import { isValues } from './mergeValues';
import { readLayer, type LayerReader } from './readLayer';
import {
  LayerProblem,
  type EffectivePolicy,
  type PolicyLayer,
  type PolicyLayerEdit,
} from './types';

/**
 * What an edit of layers makes of a policy on one cluster. `same`: it is so
 * already. `overridden`: a later layer has the last word. `unknown`: its layers
 * do not say before the edit what the cluster is to have.
 *
 * @public
 */
export type LayerEditEffect =
  | {
      kind: 'changes' | 'same' | 'overridden';
      engine: Extract<PolicyEngine, 'kyverno' | 'gatekeeper'>;
      before: EffectivePolicy;
      after: EffectivePolicy;
      /** Paths of later layers that say otherwise of what is edited. */
      overriddenBy: string[];
    }
  | { kind: 'unknown'; problem: string };

/**
 * Holds the layers of a cluster as they are against what they are after an
 * edit. Pure.
 *
 * @param layers - as they are, the chart's first
 * @param edited - texts after the edit, by path
 * @throws LayerProblem where it is the edit that makes them wrong
 * @public
 */
export function judgeLayerEdit(
  layers: readonly PolicyLayer[],
  edit: PolicyLayerEdit,
  edited: ReadonlyMap<string, string>,
  read: LayerReader = readLayer,
): LayerEditEffect {
  let first;
  try {
    first = mergeLayers(layers, read);
  } catch (error) {
    if (error instanceof LayerProblem) {
      return { kind: 'unknown', problem: error.message };
    }
    throw error;
  }
  const then = mergeLayers(withEdited(layers, edited), read);
  const of = ({ policies }: typeof first) =>
    policies.find(({ name }) => name === edit.policy);
  const before = of(first);
  const after = of(then);
  if (!before || !after) {
    return { kind: 'unknown', problem: `the chart has no ${edit.policy}` };
  }
  const overriddenBy = overridesOf(layers, edit, edited, read);
  const changes = !isDeepStrictEqual(inCluster(before), inCluster(after));
  const otherwise = overriddenBy.length > 0 ? 'overridden' : 'same';
  return {
    kind: changes ? 'changes' : otherwise,
    engine: then.engine,
    before,
    after,
    overriddenBy,
  };
}

/**
 * Layers with the texts that an edit gives them.
 *
 * @public
 */
export function withEdited(
  layers: readonly PolicyLayer[],
  edited: ReadonlyMap<string, string>,
): PolicyLayer[] {
  return layers.map(({ path, text }) => ({
    path,
    text: edited.get(path) ?? text,
  }));
}

/** What of a policy shows in a cluster: of one that is off, nothing. */
function inCluster(policy: EffectivePolicy) {
  const { enabled, exclude, mode, parameters, severity } = policy;
  return enabled ? { exclude, mode, parameters, severity } : undefined;
}

function overridesOf(
  layers: readonly PolicyLayer[],
  edit: PolicyLayerEdit,
  edited: ReadonlyMap<string, string>,
  read: LayerReader,
): string[] {
  const last = layers.findLastIndex(({ path }) => edited.has(path));
  const later = layers.slice(last + 1);
  const asked = fieldsOfEdit(edit).filter(([, value]) => value !== null);
  const paths = asked.flatMap(([field, value]) =>
    later
      .filter(layer => {
        const found = at(read(layer), field);
        return found !== undefined && !isDeepStrictEqual(found, value);
      })
      .map(({ path }) => path),
  );
  return [...new Set(paths)];
}

function at(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      isValues(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined,
    values,
  );
}
