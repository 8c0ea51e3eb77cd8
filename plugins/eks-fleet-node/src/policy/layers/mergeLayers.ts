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

import type { PolicySeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isValues, mergeValues } from './mergeValues';
import { readLayer, type LayerReader } from './readLayer';
import {
  LayerProblem,
  type EffectivePolicies,
  type EffectivePolicy,
  type LayerException,
  type LayerMode,
  type PolicyExclusion,
  type PolicyLayer,
} from './types';

type Values = Record<string, unknown>;

const MODES: readonly unknown[] = ['audit', 'warn', 'enforce'];
const SEVERITIES: readonly unknown[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

/**
 * The values that Helm gives the chart `fleet-policies` from layers: the chart's
 * own first, then the others in their order.
 *
 * @throws LayerProblem where one is not YAML, or the chart's own are not there
 * @public
 */
export function mergeLayerValues(
  layers: readonly PolicyLayer[],
  read: LayerReader = readLayer,
): Record<string, unknown> {
  const [lowest] = layers;
  if (lowest?.text === undefined) {
    throw new LayerProblem(
      lowest?.path ?? 'The chart',
      'the values of the chart are not there',
    );
  }
  const [chart, ...files] = layers.map(read);
  return mergeValues(chart, files);
}

/**
 * What layers of the chart `fleet-policies` say together: the chart's own
 * values first, then the others in their order, as Helm merges them.
 *
 * @throws LayerProblem where one is not YAML, or says what the chart refuses
 * @public
 */
export function mergeLayers(
  layers: readonly PolicyLayer[],
  readWith: LayerReader = readLayer,
): EffectivePolicies {
  const merged = mergeLayerValues(layers, readWith);
  const read = layers.map(layer => ({
    path: layer.path,
    values: readWith(layer),
  }));
  const [chart] = read;
  const whole = read.at(-1)!.path;
  if (merged.engine !== 'kyverno' && merged.engine !== 'gatekeeper') {
    throw new LayerProblem(
      layerWith(read, ['engine']) ?? whole,
      'engine must be kyverno or gatekeeper',
    );
  }
  const known = Object.keys(asValues(chart.values.policies));
  const policies = Object.entries(asValues(merged.policies));
  const [unknown] = policies.filter(([name]) => !known.includes(name));
  if (unknown) {
    const from = layerWith(read, ['policies', unknown[0]]) ?? whole;
    throw new LayerProblem(from, `the chart has no policy ${unknown[0]}`);
  }
  return {
    engine: merged.engine,
    policies: policies
      .map(([name, values]) => toPolicy(name, asValues(values), read, whole))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    exceptions: Object.entries(asValues(merged.exceptions))
      .filter(([, values]) => isValues(values))
      .map(([name, values]) => toException(name, values as Values))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

interface ReadLayer {
  path: string;
  values: Values;
}

function toPolicy(
  name: string,
  values: Values,
  layers: readonly ReadLayer[],
  whole: string,
): EffectivePolicy {
  const { enabled, mode, severity } = values;
  const by = (field: string) => layerWith(layers, ['policies', name, field]);
  if (typeof enabled !== 'boolean') {
    throw new LayerProblem(
      by('enabled') ?? whole,
      `policies.${name}.enabled must be true or false`,
    );
  }
  if (!MODES.includes(mode)) {
    throw new LayerProblem(
      by('mode') ?? whole,
      `policies.${name}.mode must be audit, warn or enforce`,
    );
  }
  if (severity !== undefined && !SEVERITIES.includes(severity)) {
    throw new LayerProblem(
      by('severity') ?? whole,
      `policies.${name}.severity must be ${SEVERITIES.join(', ')}`,
    );
  }
  return {
    name,
    enabled,
    mode: mode as LayerMode,
    ...(severity !== undefined && { severity: severity as PolicySeverity }),
    parameters: asValues(values.parameters),
    exclude: toExclusion(asValues(values.exclude)),
    decidedBy: {
      enabled: by('enabled'),
      mode: by('mode'),
    },
  };
}

function toExclusion(values: Values): PolicyExclusion {
  return {
    namespaces: textsOf(values.namespaces),
    resources: asList(values.resources)
      .filter(isValues)
      .map(({ kind, namespace, name }) => ({
        ...(typeof kind === 'string' && { kind }),
        ...(typeof namespace === 'string' && { namespace }),
        ...(typeof name === 'string' && { name }),
      })),
  };
}

function toException(name: string, values: Values): LayerException {
  const text = (key: string) =>
    typeof values[key] === 'string' && { [key]: values[key] };
  return {
    name,
    policies: textsOf(values.policies),
    namespaces: textsOf(values.namespaces),
    resources: toExclusion({ resources: values.resources }).resources,
    ...text('reason'),
    ...text('ticket'),
    ...text('requestedBy'),
    ...text('approvedBy'),
    ...text('expiresAt'),
  };
}

/** The last layer that has something there. */
function layerWith(
  layers: readonly ReadLayer[],
  path: readonly string[],
): string | undefined {
  return layers.findLast(({ values }) => {
    let at: unknown = values;
    for (const key of path) {
      if (!isValues(at) || !Object.hasOwn(at, key)) {
        return false;
      }
      at = at[key];
    }
    return true;
  })?.path;
}

function asValues(value: unknown): Values {
  return isValues(value) ? value : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): string[] {
  return asList(value).filter(
    (each): each is string => typeof each === 'string',
  );
}
