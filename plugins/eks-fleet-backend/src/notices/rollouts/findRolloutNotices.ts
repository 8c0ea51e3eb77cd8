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

import { deepLink } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutSnapshot } from '../../rollouts/records';
import type { Notice } from '../types';
import { askingNotices } from './askingNotices';
import { askingOf, standingOf, type Standing } from './standing';
import { scopeOf, type OwnCounts } from './types';
import { wordStanding } from './wordStanding';

/**
 * What people should know of a rollout as it is. Told again and again it stays
 * the same, so that nothing is lost where a process dies and nothing is told
 * twice. Who planned it is told all; an owner what is of the owner's clusters;
 * who started it is told without numbers. Pure.
 */
export function findRolloutNotices(
  snapshot: RolloutSnapshot,
  owners: OwnCounts,
  portalPath?: string,
): Notice[] {
  const standing = standingOf(snapshot);
  return [
    ...(standing
      ? standingNotices(snapshot, standing, owners, portalPath)
      : []),
    ...askingOf(snapshot).flatMap(asking =>
      askingNotices(snapshot, asking, owners, portalPath),
    ),
  ];
}

function standingNotices(
  { rollout, waves }: RolloutSnapshot,
  standing: Standing,
  owners: OwnCounts,
  portalPath?: string,
): Notice[] {
  const { createdBy, id, startedBy, title } = rollout;
  const what =
    standing.is === 'waveDone' ? `wave/${standing.wave.index}` : standing.is;
  const about =
    standing.is === 'waveDone'
      ? [standing.wave.index]
      : waves.map(({ index }) => index);
  const notice = (
    owner: string,
    audience: Parameters<typeof wordStanding>[2],
    except: string[] = [],
  ): Notice => ({
    ...wordStanding(title, standing, audience),
    scope: `${scopeOf(id)}${what}/${owner}`.slice(0, 400),
    fingerprint: standing.at,
    thread: `${scopeOf(id)}standing`,
    owner,
    except,
    family: `rollout/${id}`,
    topic: 'rollout',
    link: deepLink(
      {
        rollout: id,
        ...('wave' in standing && { wave: standing.wave?.index }),
      },
      portalPath,
    ),
  });
  const people = [...new Set([createdBy, startedBy ?? ''])].filter(Boolean);
  return [
    ...people.map(person =>
      person === createdBy
        ? notice(person, {
            planner: true,
            counts: waves
              .filter(({ index }) => about.includes(index))
              .map(({ counts }) => counts),
          })
        : notice(person, { planner: false }),
    ),
    ...[...owners].flatMap(([owner, own]) => {
      const counts = about.flatMap(index => own.get(index) ?? []);
      return counts.length > 0 && !people.includes(owner)
        ? [notice(owner, { planner: false, counts }, people)]
        : [];
    }),
  ];
}
