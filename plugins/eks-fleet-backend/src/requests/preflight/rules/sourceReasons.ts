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
  teamOf,
  type ApplicationSpec,
  type VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ApplicationRules } from '../config/types';
import type { KnownNamespace, OwnerFacts } from '../ground/types';
import { deny } from '../verdictOf';
import { anyOf } from '../words';
import { patternReasons } from './patternReasons';

/** Whether an application may come from where it says: by the operator, and by its namespaces' projects. */
export function sourceReasons(
  spec: ApplicationSpec,
  {
    owner,
    rules,
    targets,
  }: {
    owner: OwnerFacts;
    rules: ApplicationRules;
    targets: readonly KnownNamespace[];
  },
): VerdictReason[] {
  const words = {
    partition: '',
    account: '',
    cluster: '',
    owner: teamOf(spec.owner) ?? '',
    environment: spec.environment,
  };
  const byPatterns = (
    patterns: readonly string[] | undefined,
    {
      code,
      field,
      value,
      what,
    }: { code: string; field: string; value: string; what: string },
  ) =>
    patterns
      ? patternReasons([{ field, value }], {
          what,
          code,
          patterns,
          words,
          owner,
        })
      : [];
  return [
    ...('chart' in spec.source
      ? byPatterns(rules.charts, {
          field: 'source.chart',
          value: `${spec.source.repoUrl}/${spec.source.chart}`,
          what: 'chart',
          code: 'chartNotAllowed',
        })
      : byPatterns(rules.repositories, {
          field: 'source.repoUrl',
          value: spec.source.repoUrl,
          what: 'repository',
          code: 'repositoryNotAllowed',
        })),
    ...projectReasons(spec, targets),
  ];
}

/** Argo CD takes nothing from where the namespace's project does not let it come from. */
function projectReasons(
  { namespace, source: { repoUrl } }: ApplicationSpec,
  targets: readonly KnownNamespace[],
): VerdictReason[] {
  const refusing = targets.filter(
    ({ sourceRepos }) =>
      sourceRepos && !sourceRepos.some(each => isFrom(repoUrl, each)),
  );
  return refusing.map(({ cluster, sourceRepos = [] }) =>
    deny(
      'sourceNotOfProject',
      'source.repoUrl',
      `Applications of the namespace ${namespace} on ${
        cluster.name
      } may not come from ${repoUrl}; it must be ${anyOf(
        sourceRepos,
      )}, or the namespace must be changed first.`,
    ),
  );
}

/** As Argo CD compares them: a last `*` is no further folder, and `.git` says nothing. */
function isFrom(repoUrl: string, pattern: string): boolean {
  const url = repoUrl.replace(/\.git$/, '');
  const folder = pattern.endsWith('/*') ? pattern.slice(0, -1) : undefined;
  return folder === undefined
    ? url === pattern.replace(/\.git$/, '')
    : url.startsWith(folder) && !url.slice(folder.length).includes('/');
}
