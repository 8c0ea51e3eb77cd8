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

import type {
  PolicyChange,
  PolicyClusterRef,
  PolicyEditAsk,
  PolicyEditProblem,
  PolicyLayer,
  PolicyLayers,
  PolicyMode,
  PolicyParameter,
  PolicyRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** The name that a policy has in the chart fleet-policies; `undefined` where it cannot be of it. */
export function chartPolicy({
  engine,
  kind,
  name,
  namespace,
}: Pick<PolicyRef, 'engine' | 'kind' | 'name' | 'namespace'>):
  | string
  | undefined {
  if (namespace) {
    return undefined;
  }
  if (engine === 'kyverno') {
    return kind === 'ValidatingPolicy' ? name : undefined;
  }
  const words = name
    .split('-')
    .map(word => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return engine === 'gatekeeper' && kind === `Fleet${words.join('')}`
    ? name
    : undefined;
}

/** A policy that may be switched, whether it is on a cluster or not. */
export type EditablePolicy = Pick<
  PolicyRef,
  'engine' | 'kind' | 'name' | 'namespace'
> & { title?: string };

/** Where a policy is to be switched: in one layer, or in that of each of some clusters. */
export type EditTarget =
  | { kind: 'layer'; path: string }
  | { kind: 'clusters'; clusters: PolicyClusterRef[] };

/** `keep`: the layer goes on saying what it says. `leave`: the layers below it decide. */
export type EditedMode = Exclude<PolicyMode, 'mixed'> | 'keep' | 'leave';

export const EDITED_MODES = [
  'enforce',
  'warn',
  'audit',
  'off',
  'leave',
  'keep',
] as const satisfies readonly EditedMode[];

/** What somebody filled in to switch a policy. */
export interface EditDraft {
  mode: EditedMode;
  /** Namespaces that it does not look at, as they were written; not touched where left out. */
  namespaces?: string;
  /** By name, as they were written; those that were touched. */
  parameters: Record<string, string>;
  reason: string;
  ticket: string;
}

/** What is asked of the backend. */
export function editAskOf(
  policy: string,
  target: EditTarget,
  draft: EditDraft,
  known: PolicyParameter[],
): PolicyEditAsk {
  return {
    policy,
    ...(target.kind === 'layer'
      ? { layer: target.path }
      : { clusters: target.clusters.map(({ arn }) => arn) }),
    change: changeOf(draft, known),
    reason: draft.reason.trim() || undefined,
    ticket: draft.ticket.trim() || undefined,
  };
}

function changeOf(draft: EditDraft, known: PolicyParameter[]): PolicyChange {
  const { mode, namespaces } = draft;
  const parameters = Object.entries(draft.parameters).flatMap(
    ([name, text]) => {
      const parameter = known.find(each => each.name === name);
      return parameter ? [[name, valueOf(parameter, text)] as const] : [];
    },
  );
  return {
    ...(mode === 'leave' && { leave: ['mode'] }),
    ...(mode !== 'leave' && mode !== 'keep' && { mode }),
    ...(parameters.length > 0 && {
      parameters: Object.fromEntries(parameters),
    }),
    ...(namespaces !== undefined && {
      exclude: { namespaces: wordsOf(namespaces) },
    }),
  };
}

/** What is written in a field, as the chart takes it; what is no number stays text, which the chart refuses. */
function valueOf({ type }: PolicyParameter, text: string): unknown {
  const trimmed = text.trim();
  switch (type) {
    case 'boolean':
      return trimmed === 'true';
    case 'number':
      return trimmed !== '' && Number.isFinite(Number(trimmed))
        ? Number(trimmed)
        : trimmed;
    case 'texts':
      return wordsOf(trimmed);
    default:
      return trimmed;
  }
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map(word => word.trim())
    .filter(Boolean);
}

/** How a value stands in a field. */
export function fieldText(value: unknown): string {
  if (Array.isArray(value)) {
    return value.join(', ');
  }
  return value === undefined || value === null ? '' : String(value);
}

/** What a layer gets to say of something from itself, or from those below it. */
export function saidBelow(
  { exclude, layers, parameters }: PolicyLayers,
  path: string | undefined,
): { namespaces: string; parameters: Record<string, string> } {
  const at = layers.findIndex(layer => layer.path === path);
  const own = layers[at];
  const last = <T>(read: (layer: PolicyLayer) => T | undefined) =>
    [own, ...layers.slice(0, Math.max(at, 0)).filter(isForAll).toReversed()]
      .flatMap(layer => (layer ? [read(layer)] : []))
      .find(value => value !== undefined);
  return {
    namespaces: fieldText(
      last(({ says }) => says.exclude?.namespaces) ?? exclude?.namespaces,
    ),
    parameters: Object.fromEntries(
      parameters.map(({ name, value }) => [
        name,
        fieldText(last(({ says }) => says.parameters?.[name]) ?? value),
      ]),
    ),
  };
}

/** Other layers of labels and clusters may be of other clusters. */
function isForAll({ kind }: PolicyLayer): boolean {
  return kind === 'default';
}

/** What is wrong with a field, and with what is in it. */
export function problemAt(
  problems: PolicyEditProblem[],
  field: string,
  label: string,
): string | undefined {
  const messages = problems
    .filter(
      problem =>
        problem.field === field || problem.field.startsWith(`${field}.`),
    )
    .map(({ message }) =>
      /^[a-z]/.test(message) ? `${label} ${message}` : message,
    );
  return messages.length > 0 ? messages.join('; ') : undefined;
}

/** What is wrong that stands at none of these fields. */
export function problemsElsewhere(
  problems: PolicyEditProblem[],
  fields: string[],
): string[] {
  return problems
    .filter(
      ({ field }) =>
        !fields.some(each => field === each || field.startsWith(`${each}.`)),
    )
    .map(({ field, message }) =>
      /^[a-z]/.test(message) ? `${field} ${message}` : message,
    );
}
