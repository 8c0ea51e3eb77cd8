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

import { applicationsOfCluster, applicationsOfFile } from './joinApplications';
import type { ArgocdApplication, HubLook } from './types';

const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/orders';
const OTHER = 'arn:aws:eks:eu-west-1:111122223333:cluster/other';
const ENDPOINT = 'https://ABC.gr7.eu-west-1.eks.amazonaws.com';

function application(over: Partial<ArgocdApplication>): ArgocdApplication {
  return {
    hub: 'hub',
    namespace: 'argocd',
    name: 'a',
    sources: [],
    destination: {},
    sync: 'Synced',
    health: 'Healthy',
    automated: true,
    ...over,
  };
}

function look(over: Partial<HubLook>): HubLook {
  return {
    hub: { id: 'hub', cluster: ARN, namespace: 'argocd', clusterSecrets: true },
    at: '2026-11-25T12:00:00Z',
    applications: [],
    destinations: [],
    ...over,
  };
}

describe('applicationsOfCluster', () => {
  const names = (
    one: Partial<ArgocdApplication>,
    destinations: HubLook['destinations'] = [],
  ) =>
    applicationsOfCluster(
      [look({ applications: [application(one)], destinations })],
      {
        arn: ARN,
        endpoint: ENDPOINT,
      },
    ).applications.length;

  it.each<[string, Partial<ArgocdApplication>, number]>([
    ['its ARN as server', { destination: { server: ARN } }, 1],
    [
      'the URL of its API, however it is written',
      { destination: { server: `${ENDPOINT.toLowerCase()}:443/` } },
      1,
    ],
    ['its ARN in an annotation', { clusterArn: ARN }, 1],
    [
      'the ARN of another in an annotation',
      { clusterArn: OTHER, destination: { server: ENDPOINT } },
      0,
    ],
    ['another server', { destination: { server: 'https://x' } }, 0],
    ['a name that nobody registered', { destination: { name: 'orders' } }, 0],
    ['nothing', {}, 0],
  ])('with %s', (_, one, count) => {
    expect(names(one)).toBe(count);
  });

  it.each([
    [{ name: 'eu', server: ENDPOINT }, 1],
    [{ name: 'eu', server: 'https://x', clusterArn: ARN }, 1],
    [{ name: 'eu', server: ENDPOINT, clusterArn: OTHER }, 0],
    [{ name: 'us', server: ENDPOINT }, 0],
  ])('by the cluster Secret %j', (destination, count) => {
    expect(names({ destination: { name: 'eu' } }, [destination])).toBe(count);
  });

  it('tells of hubs that could not be asked', () => {
    const error = { code: 'unreachable' as const, message: 'no route' };
    expect(applicationsOfCluster([look({ error })], { arn: ARN })).toEqual({
      applications: [],
      hubs: ['hub'],
      failed: [{ hub: 'hub', error }],
    });
  });
});

describe('applicationsOfFile', () => {
  const file = {
    repositoryUrl: 'https://git.example.com:8443/acme/fleet',
    path: 'clusters/prod/orders/cluster.yaml',
  };
  const found = (...sources: ArgocdApplication['sources']) =>
    applicationsOfFile(
      [
        look({
          applications: sources.map((source, index) =>
            application({ name: `a${index}`, sources: [source] }),
          ),
        }),
      ],
      file,
    ).applications.map(({ name }) => name);

  it.each([
    'https://git.example.com:8443/acme/fleet',
    'https://git.example.com:8443/acme/fleet.git/',
    'https://bot:x@git.example.com:8443/Acme/Fleet.git',
  ])('knows the repository as %s', repoUrl => {
    expect(found({ repoUrl, path: 'clusters/prod/orders' })).toEqual(['a0']);
  });

  it('knows a repository by its SSH address', () => {
    const looks = [
      look({
        applications: [
          application({
            sources: [
              { repoUrl: 'git@github.com:acme/fleet.git', path: 'clusters' },
            ],
          }),
        ],
      }),
    ];
    expect(
      applicationsOfFile(looks, {
        repositoryUrl: 'https://github.com/acme/fleet',
        path: 'clusters/a.yaml',
      }).applications,
    ).toHaveLength(1);
  });

  it('takes the nearest folder, and never the root of everything', () => {
    const repoUrl = file.repositoryUrl;
    expect(
      found(
        { repoUrl, path: '.' },
        { repoUrl, path: 'clusters/prod' },
        { repoUrl, path: './clusters/prod/orders/' },
        { repoUrl, path: 'clusters/prod/order' },
        { repoUrl: 'https://git.example.com/acme/other', path: 'clusters' },
      ),
    ).toEqual(['a2']);
    expect(found({ repoUrl, path: '.' }, { repoUrl })).toEqual([]);
  });
});
