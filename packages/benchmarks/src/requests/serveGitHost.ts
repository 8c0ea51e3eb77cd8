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

import { startSimulator } from '@eks-fleet/simulator';

export const TOKEN = 'github_pat_bot';

/** A Git host with GitHub's limits and a repository of nothing yet. */
export async function serveGitHost(): Promise<void> {
  const simulator = await startSimulator({
    fleet: {
      accounts: [{ id: '999988887777', name: 'management' }],
      organizations: [],
      credentials: [],
      github: {
        users: [
          { login: 'acme', type: 'Organization' },
          { login: 'eks-fleet', type: 'Bot' },
        ],
        tokens: [{ token: TOKEN, login: 'eks-fleet' }],
        repositories: [
          {
            owner: 'acme',
            name: 'fleet',
            files: { 'README.md': '# The fleet\n' },
            collaborators: { 'eks-fleet': 'write' },
          },
        ],
      },
    },
  });
  const { apiUrl, url } = simulator.github;
  const environment = {
    BENCH_GIT_URL: url,
    BENCH_GIT_API_URL: apiUrl,
    // There is no AWS; its address is where the simulator is asked what it did.
    AWS_ENDPOINT_URL_EKS: simulator.url,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  process.stdout.write(
    Object.entries(environment)
      .map(([name, value]) => `export ${name}=${value}\n`)
      .join(''),
  );
}
