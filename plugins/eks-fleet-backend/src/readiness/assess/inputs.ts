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
  KUBERNETES_OBSERVATION_KINDS,
  OBSERVATION_KINDS,
  type ObservationAge,
  type ReadinessInput,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { observationAge } from '../../collection/observationAge';
import type { Observation } from '../../collection/types';
import type { Finding } from '../types';
import type { AssessmentContext } from './context';
import { createFinding, evidenceOf } from './findings';

/** Findings that say what is not known; no waiver makes it known. */
export const MISSING_INPUT_CODES: readonly string[] = [
  'observation-missing',
  'observation-failing',
  'observation-stale',
];

const KIND_NAMES: Record<string, string | undefined> = {
  controlPlane: 'Facts of the control plane',
  nodegroups: 'Node groups',
  fargateProfiles: 'Fargate profiles',
  addons: 'Add-ons',
  capabilities: 'Capabilities',
  insights: 'Upgrade insights',
  updates: 'Updates',
  subnets: 'Free addresses of the subnets',
  kubernetesNodes: 'Nodes',
  kubernetesDisruption: 'Disruption budgets',
  kubernetesDeprecatedApis: 'Deprecated APIs in use',
  kubernetesAdmission: 'Admission webhooks',
  kubernetesAddons: 'Components that EKS does not manage',
};

/** What the verdict rests on, with its age. */
export function listInputs(
  context: Pick<
    AssessmentContext,
    'observations' | 'settings' | 'now' | 'upgradeSafety'
  >,
): ReadinessInput[] {
  const { observations, settings, now, upgradeSafety } = context;
  const hasKubernetesPath = KUBERNETES_OBSERVATION_KINDS.some(
    kind => observations[kind] !== undefined,
  );
  const kinds = new Set<string>([
    ...OBSERVATION_KINDS,
    ...settings.required,
    ...(upgradeSafety?.cells ?? []).map(({ feed }) => feed),
  ]);
  return [...kinds].map(kind => {
    const required = settings.required.includes(kind);
    const applicable = required || hasKubernetesPath || !isKubernetesKind(kind);
    const observation = clamp(observations[kind], now);
    return {
      required,
      observation: observationAge(kind, observation, now, { applicable }),
    };
  });
}

/** What is required and missing, failing or stale: never green. */
export function findMissingInputs(
  context: AssessmentContext,
  inputs: ReadinessInput[],
): Finding[] {
  return inputs
    .filter(({ required, observation }) => required && !isFresh(observation))
    .map(({ observation }) => describe(context, observation));
}

export function isFresh({ state }: ObservationAge): boolean {
  return state === 'fresh';
}

function describe(context: AssessmentContext, age: ObservationAge): Finding {
  const { kind, error, observedAt } = age;
  const name = KIND_NAMES[kind] ?? kind;
  const common = {
    severity: 'unknown' as const,
    subject: { kind: 'observation', name: kind },
    evidence: evidenceOf(context, kind, {
      state: age.state,
      error: error && `${error.code}: ${error.message}`,
      since: error?.since,
    }),
  };
  const last = observedAt ? `last seen ${observedAt}` : 'never seen';
  if (age.state === 'failing') {
    const code = error?.code ?? 'invalid';
    return createFinding(context, {
      ...common,
      code: 'observation-failing',
      about: [kind],
      cause: [kind, code],
      title: `${name} cannot be read (${code})`,
      message: `${name} cannot be read (${code}); ${last}`,
      fix: 'Give EKS Fleet what it needs to read this; Sources says what went wrong.',
    });
  }
  if (age.state === 'stale') {
    return createFinding(context, {
      ...common,
      code: 'observation-stale',
      about: [kind],
      title: `${name}: what is known is too old`,
      message: `${name}: what is known is too old; ${last}`,
      fix: 'Refresh the cluster, or look at Sources for why it was not read.',
    });
  }
  return createFinding(context, {
    ...common,
    code: 'observation-missing',
    about: [kind],
    title: `${name} were never observed`,
    message: `${name} were never observed`,
    fix: 'Refresh the cluster, or look at Sources for why it was not read.',
  });
}

/**
 * What claims to be of a time to come was seen by a clock that is ahead: it
 * counts as seen now, and for no longer than it would from now.
 */
function clamp(
  observation: Observation | undefined,
  now: Date,
): Observation | undefined {
  const observedAt = Date.parse(observation?.observedAt ?? '');
  const ahead = observedAt - now.getTime();
  if (!observation || !(ahead > 0)) {
    return observation;
  }
  const freshUntil = Date.parse(observation.freshUntil ?? '');
  return {
    ...observation,
    observedAt: now.toISOString(),
    freshUntil: Number.isNaN(freshUntil)
      ? undefined
      : new Date(freshUntil - ahead).toISOString(),
  };
}

function isKubernetesKind(kind: string): boolean {
  return (KUBERNETES_OBSERVATION_KINDS as readonly string[]).includes(kind);
}
