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

import type { RollbackStep } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { shellWord } from './shellWord';
import type {
  Confirmed,
  GuidedApplication,
  GuidedMemory,
  GuidedPlace,
  StepId,
} from './types';

export interface GuidedState {
  cluster: Pick<RolloutCluster, 'name' | 'region'>;
  from: string;
  to: string;
  /** Node groups that go back before the control plane. */
  nodegroups: string[];
  place: GuidedPlace;
  /** Whether the portal calls EKS itself, once two have agreed. */
  callsEks: boolean;
  /** Left out before it has begun. */
  confirmed?: Confirmed;
  memory?: GuidedMemory;
}

/** What people and the portal do one after the other, with how far each is. Pure. */
export function guidedSteps(state: GuidedState): RollbackStep[] {
  const { callsEks, cluster, from, nodegroups, place, to } = state;
  const [application] = state.memory?.applications ?? [];
  const also = application
    ? `turn off automated sync of its application ${application.name} in Argo CD, and stop whatever else applies ${place.path}`
    : `stop whatever applies ${place.path}, such as its pipeline or its application in Argo CD`;
  const nodes =
    nodegroups.length > 0
      ? `its nodes (${nodegroups.join(', ')}) and then its control plane`
      : 'its control plane';
  return [
    step(state, {
      id: 'suspend',
      title: 'Stop reconciling',
      message: `Keep ${place.provisioner} from taking ${cluster.name} to ${from} again: ${also}`,
      command: argocd(application, '--sync-policy none'),
      url: application?.url,
    }),
    step(state, {
      id: 'rollBack',
      title: 'Take it back',
      message: callsEks
        ? `The portal asks EKS to take back ${nodes}, now that two have agreed`
        : `Take back ${nodes}, with a role that may; the portal follows it in EKS`,
      command: callsEks ? undefined : commandsOf(state).join(' &&\n'),
    }),
    step(state, {
      id: 'edit',
      title: 'Change Git',
      message: `Have ${place.path} say ${to}${
        nodegroups.length > 0 ? ', for its nodes as well' : ''
      }, and see it merged; else ${
        place.provisioner
      } takes it to ${from} again`,
      url: place.url,
    }),
    step(state, {
      id: 'resume',
      title: 'Reconcile again',
      message: application
        ? `Turn automated sync of ${application.name} on again, and whatever else was stopped; where it never synced by itself, say so`
        : `Let ${place.provisioner} reconcile ${cluster.name} again`,
      command: argocd(application, '--sync-policy automated'),
      url: application?.url,
    }),
  ];
}

function step(
  { confirmed, memory }: GuidedState,
  { command, url, ...given }: Omit<RollbackStep, 'state'>,
): RollbackStep {
  const said = given.id === 'rollBack' ? undefined : confirmed?.[given.id];
  const seen = memory?.seen[given.id];
  return {
    ...given,
    state: said || seen ? 'done' : 'open',
    ...(said ? { by: said.by, at: said.at } : seen && { at: seen }),
    ...(!said &&
      !seen && {
        ...(command && { command }),
        confirmable: given.id !== 'rollBack' && confirmed !== undefined,
      }),
    ...(url && { url }),
  };
}

/** The first step that is not done, or the last one of all. */
export function openStep(steps: RollbackStep[]): RollbackStep {
  return steps.find(({ state }) => state !== 'done') ?? steps.at(-1)!;
}

export function isDone(steps: RollbackStep[], id: StepId): boolean {
  return steps.find(each => each.id === id)?.state === 'done';
}

function argocd(
  application: GuidedApplication | undefined,
  options: string,
): string | undefined {
  return (
    application &&
    `argocd app set ${shellWord(
      `${application.namespace}/${application.name}`,
    )} ${options}`
  );
}

function commandsOf({
  cluster: { name, region },
  nodegroups,
  to,
}: GuidedState): string[] {
  const where = `--region ${shellWord(region)}`;
  return [
    ...nodegroups.map(
      group =>
        `aws eks update-nodegroup-version ${where} --cluster-name ${shellWord(
          name,
        )} --nodegroup-name ${shellWord(group)} --kubernetes-version ${to}`,
    ),
    ...(nodegroups.length > 0
      ? nodegroups.map(
          group =>
            `aws eks wait nodegroup-active ${where} --cluster-name ${shellWord(
              name,
            )} --nodegroup-name ${shellWord(group)}`,
        )
      : []),
    `aws eks update-cluster-version ${where} --name ${shellWord(
      name,
    )} --kubernetes-version ${to}`,
  ];
}
