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

import type { GithubSpec } from '../../github/types';
import type { GitopsSpec } from '../../argocd/types';
import { GATES_CONTEXT, REPOSITORY } from './demoGitops';
import { otherFiles } from './otherFiles';

/**
 * What a portal proposes changes with at the Git host of the demo and of scaled
 * fleets. It opens nothing but the simulator.
 *
 * @public
 */
export const DEMO_GITHUB_TOKEN = 'github_pat_demo_eks_fleet';

const BOT = 'eks-fleet[bot]';
const PEOPLE = ['alex', 'audrey', 'dana', 'olu', 'pat'];

/** The Git host of Acme; the files of clusters follow from the clusters. */
export function demoGithub(
  { clusters }: GitopsSpec,
  more: Record<string, string> = {},
): GithubSpec {
  return {
    users: [
      { login: REPOSITORY.owner, name: 'Acme', type: 'Organization' },
      { login: BOT, name: 'EKS Fleet', type: 'Bot' },
      ...PEOPLE.map(login => ({ login })),
    ],
    tokens: [
      {
        token: DEMO_GITHUB_TOKEN,
        login: BOT,
        permissions: {
          contents: 'write',
          metadata: 'read',
          pull_requests: 'write',
          statuses: 'write',
        },
      },
      ...PEOPLE.map(login => ({ token: `github_pat_demo_${login}`, login })),
    ],
    app: { id: 4711, slug: 'eks-fleet-app' },
    repositories: [
      {
        ...REPOSITORY,
        description: 'What is wanted of our clusters',
        files: { ...otherFiles(clusters), ...more },
        protections: {
          main: { requiredStatusChecks: [GATES_CONTEXT], enforceAdmins: false },
        },
        collaborators: {
          [BOT]: 'write',
          'eks-fleet-app[bot]': 'write',
          alex: 'write',
          dana: 'write',
          olu: 'write',
          pat: 'admin',
        },
      },
    ],
  };
}
