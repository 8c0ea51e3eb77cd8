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
  metadataOf,
  timestamp,
  type KubernetesObject,
} from '../kubernetes/objects/KubernetesObject';
import type { Application } from './Application';
import type { HubContext } from './applicationObject';
import type { ApplicationKind } from './work';

interface SetSpec {
  name: string;
  kind: ApplicationKind;
  project: string;
  generator: Record<string, unknown>;
}

const NAMESPACE_FILES = 'namespaces/*/*/*/*/*/*/namespace.yaml';

const SETS: readonly SetSpec[] = [
  {
    name: 'clusters',
    kind: 'cluster',
    project: 'clusters',
    generator: { directories: [{ path: 'clusters/*/*/*/*' }] },
  },
  {
    name: 'namespaces',
    kind: 'namespace',
    project: 'fleet-namespaces',
    generator: { files: [{ path: NAMESPACE_FILES }] },
  },
  {
    name: 'namespace-projects',
    kind: 'namespace-project',
    project: 'fleet-namespace-projects',
    generator: { files: [{ path: NAMESPACE_FILES }] },
  },
  {
    name: 'applications',
    kind: 'application',
    project: '{{ .namespace }}',
    generator: { files: [{ path: 'applications/*/*/*.yaml' }] },
  },
];

/** Where applications come from: clusters always, others where there are any. */
export function applicationSets(
  applications: readonly Application[],
  context: HubContext,
): KubernetesObject[] {
  return SETS.flatMap(set => {
    const { length } = applications.filter(
      ({ subject }) => subject.kind === set.kind,
    );
    return length > 0 || set.kind === 'cluster'
      ? [applicationSet(set, length, context)]
      : [];
  });
}

/** None of them deletes what it no longer finds. */
function applicationSet(
  { name, project, generator }: SetSpec,
  count: number,
  { hub, namespace, repositoryUrl, branch }: HubContext,
): KubernetesObject {
  return {
    metadata: metadataOf(hub)('ApplicationSet', name, { namespace }),
    spec: {
      goTemplate: true,
      generators: [
        { git: { repoURL: repositoryUrl, revision: branch, ...generator } },
      ],
      strategy: { type: 'AllAtOnce' },
      syncPolicy: {
        applicationsSync: 'create-update',
        preserveResourcesOnDeletion: true,
      },
      template: {
        metadata: { name: '{{ .path.basenameNormalized }}' },
        spec: {
          project,
          source: {
            repoURL: repositoryUrl,
            targetRevision: branch,
            path: '{{ .path.path }}',
          },
        },
      },
    },
    status: {
      conditions: [
        {
          type: 'ResourcesUpToDate',
          status: 'True',
          reason: 'ApplicationSetUpToDate',
          message: `All ${count} applications have been generated successfully`,
          lastTransitionTime: timestamp(hub.createdAt),
        },
      ],
    },
  };
}
