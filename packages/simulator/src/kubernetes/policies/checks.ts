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

import type { KubernetesObject } from '../objects/KubernetesObject';
import type { Subject, Surroundings, Violation } from './types';

type Parameters = Record<string, unknown>;

/** What the checks look at of a pod. */
interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  hostNetwork?: boolean;
  volumes?: { name: string; hostPath?: unknown }[];
}

interface Container {
  name: string;
  image: string;
  resources?: { requests?: Record<string, string> };
  securityContext?: { privileged?: boolean };
}

/** The pod, or that which a controller makes. */
function podSpecOf({ kind, object }: Subject): PodSpec {
  const spec = object.spec as { template?: { spec: PodSpec } } & PodSpec;
  return kind === 'Pod' ? spec : spec.template!.spec;
}

function containersOf(subject: Subject): Container[] {
  const { containers, initContainers = [] } = podSpecOf(subject);
  return [...containers, ...initContainers];
}

function replicasOf({ object }: Subject): number {
  return (object.spec as { replicas?: number }).replicas ?? 1;
}

export function withoutRequests(
  subject: Subject,
  { requests, initContainers }: Parameters,
): Violation | undefined {
  const wanted = requests as string[];
  const checked = initContainers
    ? containersOf(subject)
    : podSpecOf(subject).containers;
  const lacking = checked.filter(({ resources }) =>
    wanted.some(name => !resources?.requests?.[name]),
  );
  return lacking.length > 0
    ? {
        message: `Containers do not request all of ${wanted.join(
          ', ',
        )}: ${lacking.map(({ name }) => name).join(', ')}`,
      }
    : undefined;
}

export function latestTag(
  subject: Subject,
  { tags }: Parameters,
): Violation | undefined {
  const floating = containersOf(subject).filter(
    ({ image }) =>
      !image.includes('@') &&
      (!/^(.*\/)?[^/:]+:[^/:]+$/.test(image) ||
        (tags as string[]).some(tag => image.endsWith(`:${tag}`))),
  );
  return floating.length > 0
    ? { message: `Images have no tag that stays: ${named(floating)}` }
    : undefined;
}

export function foreignRegistry(
  subject: Subject,
  { registries }: Parameters,
): Violation | undefined {
  const patterns = (registries as string[]).map(
    registry =>
      new RegExp(
        `^${registry.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}${
          registry.includes('/') ? '([/:@]|$)' : '/'
        }`,
      ),
  );
  const foreign = containersOf(subject).filter(
    ({ image }) => !patterns.some(pattern => pattern.test(withHost(image))),
  );
  return foreign.length > 0
    ? {
        message: `Images are not from an allowed registry: ${named(foreign)}`,
      }
    : undefined;
}

/** An image without a registry is one of Docker Hub. */
function withHost(image: string): string {
  const [first, ...rest] = image.split('/');
  if (rest.length === 0) {
    return `docker.io/library/${image}`;
  }
  return /[.:]|^localhost$/.test(first) ? image : `docker.io/${image}`;
}

function named(containers: Container[]): string {
  return containers.map(({ name, image }) => `${name} (${image})`).join(', ');
}

/** The first control that is broken, in the order of the policy's validations. */
export function beyondBaseline(subject: Subject): Violation | undefined {
  const { hostNetwork, volumes = [] } = podSpecOf(subject);
  if (hostNetwork) {
    return {
      message:
        'hostNamespaces: hostNetwork, hostPID and hostIPC must not be true',
      index: 0,
    };
  }
  if (
    containersOf(subject).some(
      ({ securityContext }) => securityContext?.privileged,
    )
  ) {
    return {
      message: 'privileged: securityContext.privileged must not be true',
      index: 2,
    };
  }
  return volumes.some(({ hostPath }) => hostPath)
    ? { message: 'hostPath: volumes must not be of the host', index: 4 }
    : undefined;
}

export function withoutBudget(
  subject: Subject,
  { minReplicas }: Parameters,
  { budgets }: Surroundings,
): Violation | undefined {
  const { metadata, spec } = subject.object;
  const replicas = replicasOf(subject);
  if (replicas < Number(minReplicas)) {
    return undefined;
  }
  const { labels = {} } = (
    spec as { template: { metadata: { labels?: Record<string, string> } } }
  ).template.metadata;
  const isProtected = budgets.some(
    budget =>
      budget.metadata.namespace === metadata.namespace &&
      Object.entries(selectorOf(budget)).every(
        ([key, value]) => labels[key] === value,
      ),
  );
  return isProtected
    ? undefined
    : {
        message: `${subject.kind} ${metadata.name} has ${replicas} replicas and no disruption budget`,
      };
}

interface BudgetParts {
  spec: { minAvailable?: number | string; maxUnavailable?: number | string };
  status: { expectedPods: number; desiredHealthy: number };
}

/** By what it says, and not by whether its pods happen to be well. */
export function blockingBudget({ object }: Subject): Violation | undefined {
  const { spec, status } = object as unknown as BudgetParts;
  const { minAvailable, maxUnavailable } = spec;
  const start = `PodDisruptionBudget ${object.metadata.name} allows no disruption: `;
  if (minAvailable === '100%') {
    return { message: `${start}minAvailable is 100%`, index: 0 };
  }
  if (maxUnavailable === 0 || maxUnavailable === '0%') {
    return { message: `${start}maxUnavailable is ${maxUnavailable}`, index: 0 };
  }
  const { expectedPods, desiredHealthy } = status;
  return minAvailable !== undefined &&
    expectedPods > 0 &&
    desiredHealthy >= expectedPods
    ? {
        message: `${start}minAvailable is ${minAvailable} of ${expectedPods} replicas`,
        index: 1,
      }
    : undefined;
}

export function singleReplica(
  subject: Subject,
  { minimum }: Parameters,
): Violation | undefined {
  const replicas = replicasOf(subject);
  return replicas > 0 && replicas < Number(minimum)
    ? {
        message: `${subject.kind} ${subject.object.metadata.name} has ${replicas} replicas; at least ${minimum} are needed`,
      }
    : undefined;
}

export function withoutOwner(
  { kind, object: { metadata } }: Subject,
  { labels, workloads }: Parameters,
  { namespaces }: Surroundings,
): Violation | undefined {
  const isNamespace = kind === 'Namespace';
  const wanted = labels as string[];
  const around = namespaces.find(({ metadata: { name } }) =>
    isNamespace ? false : name === metadata.namespace,
  );
  const isOwned = wanted.some(
    label => metadata.labels?.[label] || around?.metadata.labels?.[label],
  );
  return isOwned || (!isNamespace && !workloads)
    ? undefined
    : {
        message: `${kind} ${metadata.name} has none of the labels ${wanted.join(
          ', ',
        )}${isNamespace ? '' : ', nor has its namespace'}`,
      };
}

/** What the simulator's clusters ask for of what the chart knows to be removed. */
const REMOVALS = [
  {
    api: 'flowcontrol.apiserver.k8s.io/v1beta3',
    removed: '1.32',
    use: 'flowcontrol.apiserver.k8s.io/v1',
  },
  {
    api: 'admissionregistration.k8s.io/v1beta1',
    removed: '1.34',
    use: 'admissionregistration.k8s.io/v1',
  },
];

export function removedApi(
  { apiVersion, kind }: Subject,
  { targetVersion }: Parameters,
): Violation | undefined {
  const removal = REMOVALS.find(
    ({ api, removed }) =>
      api === apiVersion && removed <= String(targetVersion),
  );
  return (
    removal && {
      message: `${apiVersion} ${kind} is not served from Kubernetes ${removal.removed} on; use ${removal.use}`,
    }
  );
}

function selectorOf({ spec }: KubernetesObject): Record<string, string> {
  return (
    (spec as { selector?: { matchLabels?: Record<string, string> } }).selector
      ?.matchLabels ?? {}
  );
}
