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
  Rollout,
  RolloutChange,
  RolloutDraft,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { formatSelection, parseSelection } from './rolloutSelection';
import {
  parseStrategyText,
  strategyText,
  type YamlProblem,
} from './rolloutYaml';

export const WIZARD_STEPS = [
  'change',
  'selection',
  'strategy',
  'preview',
] as const;

export type WizardStep = (typeof WIZARD_STEPS)[number];

/** What somebody filled in, finished or not. */
export interface WizardDraft {
  title: string;
  kind: RolloutChange['kind'];
  /** For Kubernetes versions. */
  version: string;
  addonMode: 'compatible' | 'leave' | 'named';
  nodes: 'follow' | 'leave';
  /** By name. */
  addons: { name: string; version: string }[];
  /** For node images. */
  releaseVersion: string;
  filter: Record<string, string[]>;
  /** Further filters that this page cannot show. */
  moreFilters: string[];
  /** ARNs that are chosen by name. */
  clusters: string[];
  /** ARNs that stay out. */
  exclude: string[];
  executor: string;
  /** The strategy as text. */
  yaml: string;
  /** Of the rollout that is edited. */
  revision?: number;
}

export const EMPTY_DRAFT: WizardDraft = {
  title: '',
  kind: 'kubernetesVersion',
  version: '',
  addonMode: 'compatible',
  nodes: 'follow',
  addons: [{ name: '', version: '' }],
  releaseVersion: 'latest',
  filter: {},
  moreFilters: [],
  clusters: [],
  exclude: [],
  executor: 'gitops',
  yaml: '',
};

/** What of a draft is still to be filled in, with the step that asks for it. */
export type DraftProblem =
  | { step: 'change'; problem: 'title' | 'version' | 'addons' }
  | { step: 'strategy'; problem: 'strategy'; yaml?: YamlProblem };

/** The draft for the backend, or what is missing first. */
export function toRolloutDraft(
  draft: WizardDraft,
): { draft: RolloutDraft } | { missing: DraftProblem } {
  const change = toChange(draft);
  if (typeof change === 'string') {
    return { missing: { step: 'change', problem: change } };
  }
  if (!draft.title.trim()) {
    return { missing: { step: 'change', problem: 'title' } };
  }
  if (!draft.yaml.trim()) {
    return { missing: { step: 'strategy', problem: 'strategy' } };
  }
  const parsed = parseStrategyText(draft.yaml);
  if ('problem' in parsed) {
    return {
      missing: { step: 'strategy', problem: 'strategy', yaml: parsed.problem },
    };
  }
  const filter = [...formatSelection(draft.filter), ...draft.moreFilters];
  return {
    draft: {
      title: draft.title.trim(),
      change,
      selection: {
        ...(filter.length && { filter }),
        ...(draft.clusters.length && { clusters: draft.clusters }),
        ...(draft.exclude.length && { exclude: draft.exclude }),
      },
      strategy: parsed.strategy,
      executor: draft.executor,
      ...(draft.revision !== undefined && { revision: draft.revision }),
    },
  };
}

/** What the page shows of a rollout that is edited. */
export function fromRollout(rollout: Rollout): WizardDraft {
  const { change, executor, revision, selection, strategy, title } = rollout;
  const named = typeof change.addons === 'object' ? change.addons : undefined;
  const [, ...moreFilters] = selection.filter ?? [];
  return {
    ...EMPTY_DRAFT,
    title,
    kind: change.kind,
    version: change.version ?? '',
    addonMode: named
      ? 'named'
      : (change.addons as 'compatible' | 'leave' | undefined) ?? 'compatible',
    nodes: change.nodes ?? 'follow',
    addons: named
      ? Object.entries(named).map(([name, version]) => ({ name, version }))
      : EMPTY_DRAFT.addons,
    releaseVersion: change.releaseVersion ?? 'latest',
    filter: parseSelection(selection.filter),
    moreFilters,
    clusters: selection.clusters ?? [],
    exclude: selection.exclude ?? [],
    executor,
    yaml: strategyText(strategy),
    revision,
  };
}

/** The step that an address names. */
export function parseStep(text: string | null): WizardStep {
  return WIZARD_STEPS.find(step => step === text) ?? 'change';
}

function toChange(draft: WizardDraft): RolloutChange | 'version' | 'addons' {
  const named = Object.fromEntries(
    draft.addons
      .map(({ name, version }) => [name.trim(), version.trim()])
      .filter(([name, version]) => name && version),
  );
  const someNamed = Object.keys(named).length > 0;
  switch (draft.kind) {
    case 'kubernetesVersion':
      if (!draft.version) {
        return 'version';
      }
      if (draft.addonMode === 'named' && !someNamed) {
        return 'addons';
      }
      return {
        kind: draft.kind,
        version: draft.version,
        addons: draft.addonMode === 'named' ? named : draft.addonMode,
        nodes: draft.nodes,
      };
    case 'addons':
      return someNamed ? { kind: draft.kind, addons: named } : 'addons';
    default:
      return {
        kind: draft.kind,
        releaseVersion: draft.releaseVersion.trim() || 'latest',
      };
  }
}
