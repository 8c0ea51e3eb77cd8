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
  versionRank,
  type ObservationDocuments,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { currentVersion } from '../../readiness/assess/context';
import { nodePoolsOf } from '../../readiness/assess/nodePools';
import { planNodes, type NodeRoll } from '../../readiness/assess/planNodes';
import { hopsBetween } from '../../readiness/assess/versions';
import type { PlanConcern, PlanningCluster } from '../types';
import { planVersionAddons, type PlannedMove } from './planVersionAddons';
import { describeUnmoved, isOurs } from './unmovedNodes';
import type { TrackContext } from './TrackContext';
import {
  nameOf,
  notObserved,
  toTracks,
  type TrackPlan,
  type TrackStep,
} from './trackPlan';

/** The control plane one minor at a time; add-ons and nodes where a hop needs it, nodes once at the end. */
export function planVersionTracks(
  cluster: PlanningCluster,
  context: TrackContext,
): TrackPlan {
  const { change } = context;
  const { observations } = cluster;
  const target = change.version ?? '';
  const follow = change.nodes !== 'leave';
  const current = currentVersion({ cluster, observations });
  if (current === undefined) {
    return notObserved('Its Kubernetes version was');
  }
  if (versionRank(current) > versionRank(target)) {
    return {
      skip: {
        code: 'tooNew',
        reason: `It runs ${current}, which is newer than ${target}`,
      },
    };
  }
  if (follow && !observations.nodegroups?.document) {
    return notObserved('Its node groups were');
  }
  if (change.addons !== 'leave' && !observations.addons?.document) {
    return notObserved('Its add-ons were');
  }

  const hops = hopsBetween(current, target);
  const pools = nodePoolsOf(documentsOf(cluster));
  const rolls = planNodes({
    pools,
    current,
    // A control plane that is there already may have left its nodes behind.
    hops: hops.length > 0 ? hops : [target],
  });
  const addons = planVersionAddons(cluster, { current, hops }, context);
  const concerns: PlanConcern[] = [
    ...addons.concerns,
    ...findLeftBehind(rolls, { follow, hops }),
  ];
  const steps = orderSteps({
    current,
    hops,
    moves: addons.moves,
    rolls: follow ? rolls.filter(({ pool }) => isOurs(pool)) : [],
    nodesApart: cluster.ability.nodesApart,
    nodesAfterBake: context.nodesAfterBake,
  });
  if (steps.length === 0) {
    return {
      skip: { code: 'alreadyThere', reason: `All of it runs ${target}` },
    };
  }
  const unmoved = describeUnmoved(cluster, pools, { follow, hops });
  return {
    tracks: toTracks(steps),
    concerns: [...concerns, ...unmoved.concerns],
    notes: [...unmoved.notes, ...addons.notes],
  };
}

function documentsOf({
  observations,
}: PlanningCluster): Partial<ObservationDocuments> {
  const { nodegroups, fargateProfiles, controlPlane, kubernetesNodes } =
    observations;
  return {
    nodegroups: nodegroups?.document,
    fargateProfiles: fargateProfiles?.document,
    controlPlane: controlPlane?.document,
    kubernetesNodes: kubernetesNodes?.document,
  };
}

function orderSteps(options: {
  current: string;
  hops: string[];
  moves: PlannedMove[];
  rolls: NodeRoll[];
  nodesApart: boolean;
  nodesAfterBake: boolean;
}): TrackStep[] {
  const { current, hops, moves, rolls, nodesApart, nodesAfterBake } = options;
  const movesAt = (hop: string | undefined, when: PlannedMove['when']) =>
    moves
      .filter(move => move.hop === hop && move.when === when)
      .map(
        ({ name, from, to }): TrackStep => ({ kind: 'addon', name, from, to }),
      );
  const toRoll = ({ pool, from, to }: NodeRoll): TrackStep => ({
    kind: 'nodegroup',
    name: pool.owner.name,
    from,
    to,
  });
  const last = rolls.filter(
    ({ beforeHop }) => beforeHop === undefined || hops.length === 0,
  );
  const along = (hop: string): TrackStep[] =>
    nodesApart
      ? []
      : last
          .filter(({ pool }) => (pool.oldestKubelet ?? -1) < versionRank(hop))
          .map(({ pool }) => ({
            kind: 'nodegroup',
            name: pool.owner.name,
            from: pool.nodegroup?.version,
            to: hop,
          }));
  return [
    ...hops.flatMap((hop, index): TrackStep[] => [
      ...movesAt(hop, 'before'),
      ...(nodesApart
        ? rolls.filter(({ beforeHop }) => beforeHop === hop).map(toRoll)
        : []),
      {
        kind: 'controlPlane',
        from: index === 0 ? current : hops[index - 1],
        to: hop,
      },
      ...along(hop),
      ...movesAt(hop, 'after'),
    ]),
    ...movesAt(undefined, 'after'),
    ...(nodesApart || hops.length === 0
      ? last.map(roll => ({
          ...toRoll(roll),
          // Nothing came before that a bake could be about.
          ...(nodesAfterBake && hops.length > 0 && { afterBake: true }),
        }))
      : []),
  ];
}

/** Nodes that a hop needs moved, and that this change does not move. */
function findLeftBehind(
  rolls: NodeRoll[],
  { follow, hops }: { follow: boolean; hops: string[] },
): PlanConcern[] {
  return rolls.flatMap(({ pool, beforeHop, from, to }) =>
    beforeHop === undefined || hops.length === 0 || (follow && isOurs(pool))
      ? []
      : [
          {
            code: 'nodes.skew',
            severity: follow ? 'warning' : 'error',
            message: `The ${nameOf(
              pool.title,
            )} runs kubelet ${from} and must be at ${to} before the control plane goes to ${beforeHop}; this rollout does not move it`,
          },
        ],
  );
}
