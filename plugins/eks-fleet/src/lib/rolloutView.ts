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
  RolloutLifecycle,
  RolloutQuery,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { hasEnded, isPlan } from './rolloutOutcome';

/** Which rollouts the page lists. All of it lives in the URL. */
export interface RolloutView {
  text: string;
  /** Values by key; one of a key's values must hold, for each key. */
  filter: Partial<Record<RolloutFilter, string[]>>;
  /** Only those that wait for the reader or a group of theirs. */
  mine: boolean;
}

export const ROLLOUT_FILTERS = [
  'lifecycle',
  'version',
  'environment',
  'owner',
  'cluster',
] as const;

export type RolloutFilter = (typeof ROLLOUT_FILTERS)[number];

/** Reads a view from the URL; what is unknown there is left out. */
export function parseRolloutView(params: URLSearchParams): RolloutView {
  const filter: RolloutView['filter'] = {};
  for (const key of ROLLOUT_FILTERS) {
    const values = [...new Set(params.getAll(key))].filter(Boolean);
    if (values.length) {
      filter[key] = values;
    }
  }
  return {
    text: params.get('q') ?? '',
    filter,
    mine: params.get('mine') === '1',
  };
}

/** Writes a view into a URL; defaults are left out, so that links stay short. */
export function formatRolloutView(view: Partial<RolloutView>): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of ROLLOUT_FILTERS) {
    for (const value of view.filter?.[key] ?? []) {
      params.append(key, value);
    }
  }
  if (view.text) {
    params.set('q', view.text);
  }
  if (view.mine) {
    params.set('mine', '1');
  }
  return params;
}

/**
 * What a view asks of the backend.
 *
 * @param self - the reader and their groups, as entity references
 */
export function toRolloutQuery(
  view: RolloutView,
  self: string[],
): RolloutQuery {
  const filter: Record<string, string[]> = {
    ...view.filter,
    ...(view.mine && { waitsFor: self }),
  };
  return {
    filter: Object.keys(filter).length ? filter : undefined,
    fullTextFilterTerm: view.text.trim() || undefined,
  };
}

/** Whether a view leaves anything out. */
export function isFiltered(view: RolloutView): boolean {
  return Boolean(view.text) || view.mine || Object.keys(view.filter).length > 0;
}

export type RolloutGroup = 'moving' | 'planned' | 'ended';

/** The lifecycles of each part of the page, in its order. */
export const ROLLOUT_GROUPS: Record<RolloutGroup, RolloutLifecycle[]> = {
  moving: ['running', 'paused', 'stopping'],
  planned: ['planned', 'draft'],
  ended: ['done', 'cancelled'],
};

/** Rollouts by what they are at; each group in the order it came. */
export function groupRollouts(
  rollouts: Rollout[],
): { group: RolloutGroup; rollouts: Rollout[] }[] {
  const groupOf = (rollout: Rollout): RolloutGroup => {
    if (hasEnded(rollout)) {
      return 'ended';
    }
    return isPlan(rollout) ? 'planned' : 'moving';
  };
  return (Object.keys(ROLLOUT_GROUPS) as RolloutGroup[])
    .map(group => ({
      group,
      rollouts: rollouts.filter(rollout => groupOf(rollout) === group),
    }))
    .filter(part => part.rollouts.length > 0);
}
