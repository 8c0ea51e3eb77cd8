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

import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  TrackDecision,
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { nextEksStep } from '../eks/nextEksStep';
import { guidedSteps, isDone, openStep } from './guidedSteps';
import { guidedOf, withGuided } from './memory';
import type { GuidedLook, GuidedMemory, StepId } from './types';

type Step = TrackDecision & { notes?: TrackNotes };

/**
 * The next step of a cluster on its guided way back: nothing is asked of EKS
 * before whatever provisions it stands still, and it is not back before Git
 * says so and that goes on again. Pure.
 *
 * @param callsEks - whether the portal asks EKS, or a person does
 */
export function nextGuidedStep(
  work: TrackWork,
  look: GuidedLook,
  now: Date,
  callsEks: boolean,
): Step {
  const direct = nextEksStep(work, look.eks, now);
  const isBack =
    direct.kind === 'succeeded' ||
    (direct.kind === 'movedOutside' && direct.now === work.to);
  const before = guidedOf(work.memory);
  const isLast = work.kind === 'controlPlane';
  const guided = remember(
    before,
    look,
    now,
    {
      suspend: isSuspended(look),
      rollBack: isLast && isBack,
      edit: isLast && isBack && isEdited(work, look),
      // It syncs by itself again only after it did not.
      resume:
        isLast &&
        isBack &&
        isEdited(work, look) &&
        look.applications.length > 0 &&
        look.applications.every(({ automated }) => automated),
    },
    direct.kind !== 'act',
  );
  const steps = guidedSteps({
    cluster: work.cluster,
    from: work.from,
    to: work.to,
    nodegroups: work.kind === 'nodegroup' ? [work.name ?? ''] : [],
    place: look.place,
    callsEks,
    confirmed: work.confirmed ?? {},
    memory: guided,
  });
  const note = (notes?: TrackNotes): TrackNotes => ({
    ...notes,
    memory: withGuided(notes?.memory ?? work.memory, guided),
  });
  const stand = (): Step => {
    const { id, message } = openStep(steps);
    const error = id === 'edit' ? look.gitError : look.argocdError;
    return {
      kind: 'wait',
      waiting: {
        code: 'rollback.step',
        who: [{ kind: 'system', name: whoDoes(id, look) }],
        message:
          error !== undefined && id !== 'rollBack'
            ? `${message}. ${error}`
            : message,
      },
      notes: note(),
    };
  };

  if (isBack) {
    return isLast && !(isDone(steps, 'edit') && isDone(steps, 'resume'))
      ? stand()
      : {
          kind: 'succeeded',
          now: work.to,
          message: `${work.cluster.name}: ${
            isLast ? 'the control plane' : `the node group ${work.name}`
          } is back at ${work.to}`,
          notes: note(),
        };
  }
  if (direct.kind === 'act') {
    return isDone(steps, 'suspend') && callsEks
      ? { ...direct, notes: note(direct.notes) }
      : stand();
  }
  return 'notes' in direct || direct.kind === 'wait'
    ? { ...direct, notes: note(direct.notes) }
    : direct;
}

function remember(
  before: GuidedMemory,
  { applications }: GuidedLook,
  now: Date,
  done: Record<StepId, boolean>,
  isBegun: boolean,
): GuidedMemory {
  const at = now.toISOString();
  const seen = { ...before.seen };
  for (const [id, is] of Object.entries(done) as Array<[StepId, boolean]>) {
    if (is) {
      seen[id] ??= at;
    } else if (id === 'suspend' && !isBegun) {
      // Somebody let it reconcile again before anything was asked of EKS.
      delete seen.suspend;
    }
  }
  return {
    seen,
    ...(applications.length > 0
      ? {
          applications: applications.map(({ name, namespace, url }) => ({
            namespace,
            name,
            ...(url && { url }),
          })),
        }
      : before.applications && { applications: before.applications }),
  };
}

/** In words that follow "It waits for". */
function whoDoes(id: StepId, { place }: GuidedLook): string {
  switch (id) {
    case 'rollBack':
      return 'whoever may call EKS';
    case 'edit':
      return `whoever changes ${place.path}`;
    default:
      return `whoever runs ${place.provisioner}`;
  }
}

function isSuspended({ applications }: GuidedLook): boolean {
  return (
    applications.length > 0 && applications.every(({ automated }) => !automated)
  );
}

function isEdited({ to }: TrackWork, { wanted }: GuidedLook): boolean {
  const fits = (version: string) => versionRank(version) <= versionRank(to);
  return (
    wanted?.version !== undefined &&
    fits(wanted.version) &&
    wanted.nodegroups.every(fits)
  );
}
