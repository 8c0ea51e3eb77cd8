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

import { currentVersion } from '../../readiness/assess/context';
import { addonSteps } from '../../readiness/assess/planAddon';
import type { PlanConcern, PlanningCluster } from '../types';
import { askedVersions, isNewer } from './askedVersions';
import type { TrackContext } from './TrackContext';
import {
  nameOf,
  notObserved,
  toTracks,
  type TrackPlan,
  type TrackStep,
} from './trackPlan';

/** Add-ons alone, each to the version that is asked for. */
export function planAddonTracks(
  cluster: PlanningCluster,
  context: TrackContext,
): TrackPlan {
  const { observations } = cluster;
  const document = observations.addons?.document;
  if (!document) {
    return notObserved('Its add-ons were');
  }
  const wanted = askedVersions(context.change.addons) ?? new Map();
  const current = currentVersion({ cluster, observations });
  const steps: TrackStep[] = [];
  const concerns: PlanConcern[] = [];
  const notes: string[] = [];
  let newer = 0;
  let installedOnes = 0;
  for (const [name, to] of wanted) {
    const addon = document.addons.find(item => item.name === name);
    if (!addon) {
      notes.push(`It has no ${nameOf(name)}`);
      continue;
    }
    installedOnes++;
    const installed = addon.version;
    if (installed === to) {
      continue;
    }
    if (installed !== undefined && isNewer(installed, to)) {
      newer++;
      notes.push(`${nameOf(name)} runs ${nameOf(installed)}, which is newer`);
      continue;
    }
    const listed = current && context.listed(cluster, name, current);
    let from = installed;
    for (const next of addonSteps(name, installed ?? '', to, listed || [])) {
      steps.push({ kind: 'addon', name, from, to: next });
      from = next;
    }
    if (listed && !listed.includes(to)) {
      concerns.push({
        code: 'addon.incompatible',
        severity: 'error',
        message: `EKS does not list ${nameOf(name)} ${nameOf(
          to,
        )} for ${current}`,
      });
    }
  }
  if (steps.length > 0) {
    return { tracks: toTracks(steps), concerns, notes };
  }
  if (newer > 0) {
    return { skip: { code: 'tooNew', reason: notes.join('; ') } };
  }
  const reason =
    installedOnes > 0
      ? 'Its add-ons are at these versions'
      : 'It has none of these add-ons';
  return { skip: { code: 'alreadyThere', reason } };
}
