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
  Target,
  TargetState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { compareTargetStates, targetStates } from '../states';
import { withParams } from './withParams';

/** What the Sources page shows: `failing` stands for each state that needs somebody. */
export interface TargetView {
  state?: TargetState | 'failing';
  text: string;
}

/** Reads the view from the URL. */
export function parseTargetView(params: URLSearchParams): TargetView {
  const state = params.get('state');
  return {
    state: state !== null && isState(state) ? state : undefined,
    text: params.get('q') ?? '',
  };
}

/** Writes the view into a URL. */
export function formatTargetView(
  view: TargetView,
  params = new URLSearchParams(),
): URLSearchParams {
  return withParams(params, { state: view.state, q: view.text });
}

/** The targets that fit, those that need somebody first. */
export function selectTargets(targets: Target[], view: TargetView): Target[] {
  const text = view.text.trim().toLocaleLowerCase('en-US');
  return targets
    .filter(target => fitsState(target, view.state) && fitsText(target, text))
    .sort(
      (a, b) =>
        compareTargetStates(a.state, b.state) ||
        targetName(a).localeCompare(targetName(b)),
    );
}

/** How many targets have each state, worst first. */
export function countStates(
  targets: Target[],
): { state: TargetState; count: number }[] {
  const counts = new Map<TargetState, number>();
  for (const { state } of targets) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts]
    .map(([state, count]) => ({ state, count }))
    .sort((a, b) => compareTargetStates(a.state, b.state));
}

/** How many targets need somebody. */
export function countFailing(targets: Target[]): number {
  return targets.filter(({ state }) => targetStates[state].failing).length;
}

/** A target's account and Region for people. */
export function targetName(
  target: Pick<Target, 'accountId' | 'accountName' | 'region'>,
): string {
  return `${target.accountName ?? target.accountId} / ${target.region}`;
}

/** Held removals come to a person by provider: that is what is accepted. */
export function heldByProvider(targets: Target[]) {
  const providers = new Map<string, Target['heldRemovals']>();
  for (const { provider, heldRemovals } of targets) {
    if (heldRemovals.length) {
      providers.set(provider, [
        ...(providers.get(provider) ?? []),
        ...heldRemovals,
      ]);
    }
  }
  return [...providers].map(([provider, removals]) => ({ provider, removals }));
}

function fitsState(target: Target, state: TargetView['state']): boolean {
  if (!state) {
    return true;
  }
  return state === 'failing'
    ? targetStates[target.state].failing
    : target.state === state;
}

function fitsText(target: Target, text: string): boolean {
  return [
    target.accountId,
    target.accountName ?? '',
    target.region,
    target.provider,
  ].some(part => part.toLocaleLowerCase('en-US').includes(text));
}

function isState(state: string): state is TargetState | 'failing' {
  return state === 'failing' || Object.hasOwn(targetStates, state);
}
