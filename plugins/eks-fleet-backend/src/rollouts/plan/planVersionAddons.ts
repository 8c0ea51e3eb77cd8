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

import type { Addon } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  addonSteps,
  planAddon,
  type AddonMove,
} from '../../readiness/assess/planAddon';
import type { PlanConcern, PlanningCluster } from '../types';
import { askedVersions, isNewer } from './askedVersions';
import type { TrackContext } from './TrackContext';
import { nameOf } from './trackPlan';

/** A move; without a hop it comes after the last one. */
export type PlannedMove = Omit<AddonMove, 'hop'> & {
  name: string;
  hop?: string;
};

interface AddonsOnTheWay {
  moves: PlannedMove[];
  concerns: PlanConcern[];
  notes: string[];
}

interface Way {
  current: string;
  hops: string[];
}

/** How the add-ons of a cluster come along with its control plane. */
export function planVersionAddons(
  cluster: PlanningCluster,
  way: Way,
  context: TrackContext,
): AddonsOnTheWay {
  const asked = context.change.addons ?? 'compatible';
  const all: AddonsOnTheWay = { moves: [], concerns: [], notes: [] };
  if (asked === 'leave') {
    return all;
  }
  const document = cluster.observations.addons?.document;
  const wanted = askedVersions(asked);
  for (const addon of document?.addons ?? []) {
    const { name, version: installed } = addon;
    if (wanted && !wanted.has(name)) {
      continue;
    }
    if (installed === undefined) {
      all.concerns.push({
        code: 'addon.unknown',
        severity: 'warning',
        message: `The installed version of ${nameOf(
          name,
        )} is not known, so it is not moved`,
      });
    } else if (wanted) {
      takeAsked({ name, installed, to: wanted.get(name)! }, all, {
        cluster,
        way,
        context,
      });
    } else {
      takeCompatible(addon, installed, all, { cluster, way, context });
    }
  }
  for (const { name } of document?.unreadable ?? []) {
    all.concerns.push({
      code: 'addon.unreadable',
      severity: 'warning',
      message: `The add-on ${nameOf(name)} cannot be read, so it is not moved`,
    });
  }
  return all;
}

interface Around {
  cluster: PlanningCluster;
  way: Way;
  context: TrackContext;
}

function takeCompatible(
  { name, marketplace }: Addon,
  installed: string,
  { moves, concerns }: AddonsOnTheWay,
  { cluster, way, context }: Around,
): void {
  const listed = (version: string) => context.listed(cluster, name, version);
  const known = [way.current, ...way.hops].map(listed);
  if (known.every(versions => versions === undefined || !versions.length)) {
    if (way.hops.length > 0) {
      concerns.push({
        code: 'addon.notListed',
        severity: 'warning',
        message: `EKS does not say which versions of ${nameOf(
          name,
        )} go with ${way.hops.join(', ')}${
          marketplace ? '; it comes from the AWS Marketplace' : ''
        }, so it is not moved`,
      });
    }
    return;
  }
  const plan = planAddon({ name, installed, ...way, listed });
  moves.push(...plan.moves.map(move => ({ ...move, name })));
  if (plan.impossibleAt !== undefined) {
    concerns.push({
      code: 'addon.impossible',
      severity: 'error',
      message: `No version of ${nameOf(name)} goes with ${plan.impossibleAt}`,
    });
  } else if (plan.unknownAt !== undefined) {
    concerns.push({
      code: 'addon.notListed',
      severity: 'warning',
      message: `EKS was not asked yet which versions of ${nameOf(
        name,
      )} go with ${plan.unknownAt}`,
    });
  }
}

function takeAsked(
  { name, installed, to }: { name: string; installed: string; to: string },
  { moves, concerns, notes }: AddonsOnTheWay,
  { cluster, way, context }: Around,
): void {
  if (installed === to) {
    return;
  }
  if (isNewer(installed, to)) {
    notes.push(`${nameOf(name)} runs ${nameOf(installed)}, which is newer`);
    return;
  }
  const listed = (version: string) => context.listed(cluster, name, version);
  const needed = way.hops.find(
    hop => listed(hop)?.includes(installed) === false,
  );
  const before =
    needed === undefined
      ? undefined
      : [way.current, ...way.hops][way.hops.indexOf(needed)];
  const serves = before !== undefined && listed(before)?.includes(to) === true;
  const there = way.hops[way.hops.length - 1] ?? way.current;
  for (const next of addonSteps(name, installed, to, listed(there) ?? [])) {
    moves.push({
      name,
      from: moves.findLast(move => move.name === name)?.to ?? installed,
      to: next,
      hop: needed,
      when: serves ? 'before' : 'after',
    });
  }
  if (listed(there)?.includes(to) === false) {
    concerns.push({
      code: 'addon.incompatible',
      severity: 'error',
      message: `EKS does not list ${nameOf(name)} ${nameOf(to)} for ${there}`,
    });
  }
}
