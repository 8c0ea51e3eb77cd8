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

import { checkApplicationSpec } from './checkApplicationSpec';

const SOURCE = {
  repoUrl: 'https://github.com/acme/checkout',
  path: 'deploy/prod',
  targetRevision: 'v1.4.2',
};

const LEAST = {
  name: 'checkout',
  owner: 'group:default/payments',
  environment: 'prod',
  namespace: 'checkout',
  source: SOURCE,
};

const CHART = {
  repoUrl: 'https://charts.acme.io/stable',
  chart: 'checkout',
  targetRevision: '1.4.2',
};

const CLUSTER = {
  accountId: '111122223333',
  region: 'eu-west-1',
  name: 'orders-prod',
};

function problemsOf(value: unknown, sourceHosts?: string[]): string[] {
  const checked = checkApplicationSpec(value, { sourceHosts });
  return 'problems' in checked
    ? checked.problems.map(({ field, message }) => `${field} ${message}`)
    : [];
}

describe('checkApplicationSpec', () => {
  it('writes out what may be left out, and prunes never by itself', () => {
    expect(checkApplicationSpec(LEAST)).toEqual({
      spec: {
        ...LEAST,
        clusters: 'all',
        parameters: {},
        syncPolicy: { automated: true, selfHeal: true, prune: false },
        lifecycle: 'active',
      },
    });
  });

  it.each<[string, object]>([
    ['a chart', { source: CHART }],
    ['the root of a repository', { source: { ...SOURCE, path: '.' } }],
    [
      'a branch with a slash',
      { source: { ...SOURCE, targetRevision: 'release/1.4' } },
    ],
    ['some clusters', { clusters: [CLUSTER, { ...CLUSTER, name: 'b' }] }],
    [
      'parameters',
      { parameters: { 'image.tag': 'v1', 'hosts[0].name': 'a.b/c:1' } },
    ],
    [
      'where it comes from',
      { promotedFrom: { environment: 'stage', targetRevision: 'v1.4.2' } },
    ],
  ])('takes %s', (_, changes) => {
    expect(problemsOf({ ...LEAST, ...changes })).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      'a name that leads elsewhere',
      { name: '../other' },
      'name must be lower-case',
    ],
    ['a name with YAML', { name: 'a: b' }, 'name must be lower-case'],
    ['a name with a template', { name: '{{name}}' }, 'name must not hold {{'],
    [
      'a name of other letters',
      { name: 'chеckout' },
      'name must be lower-case',
    ],
    [
      'an owner that is a person',
      { owner: 'user:default/ann' },
      'owner must be the entity reference of a group',
    ],
    ['no clusters', { clusters: [] }, 'clusters must name one or more'],
    [
      'a cluster twice',
      { clusters: [CLUSTER, CLUSTER] },
      'clusters[1] is in the list already',
    ],
    ['clusters by a pattern', { clusters: '*' }, 'clusters must be a list'],
    [
      'a folder outside',
      { source: { ...SOURCE, path: '../x' } },
      'source.path must be a folder',
    ],
    [
      'a folder from the root',
      { source: { ...SOURCE, path: '/etc' } },
      'source.path must be a folder',
    ],
    [
      'a folder within and out',
      { source: { ...SOURCE, path: 'a/../b' } },
      'source.path must be a folder',
    ],
    [
      'a range of revisions',
      { source: { ...SOURCE, targetRevision: 'a..b' } },
      'source.targetRevision must be',
    ],
    [
      'an option for a revision',
      { source: { ...SOURCE, targetRevision: '--upload-pack=x' } },
      'source.targetRevision must be',
    ],
    [
      'a version that moves',
      { source: { ...CHART, targetRevision: '1.*' } },
      'source.targetRevision must be one version',
    ],
    [
      'a chart by ssh',
      { source: { ...CHART, repoUrl: 'git@github.com:acme/charts' } },
      'source.repoUrl must begin with https://',
    ],
    [
      'a folder and a chart',
      { source: { ...SOURCE, chart: 'a', targetRevision: '1.0.0' } },
      'source.path is not known',
    ],
    [
      'another protocol',
      { source: { ...SOURCE, repoUrl: 'ext::sh -c x' } },
      'by https or ssh',
    ],
    [
      'nested values',
      { parameters: { image: { tag: 'v1' } } },
      'parameters.image must be a text',
    ],
    [
      'a value with a template',
      { parameters: { a: '${x}' } },
      'parameters.a must not hold',
    ],
    [
      'a value that is several',
      { parameters: { a: 'b,c=d' } },
      'parameters.a must be',
    ],
    ['a value in braces', { parameters: { a: '{b}' } }, 'parameters.a must be'],
    [
      'a number',
      { parameters: { replicas: 3 } },
      'parameters.replicas must be a text',
    ],
    [
      'a strange parameter',
      { parameters: { 'a b': 'c' } },
      'parameters.a?b must be the name',
    ],
    [
      'a promotion from itself',
      { promotedFrom: { environment: 'prod', targetRevision: 'v1' } },
      'promotedFrom.environment must be another',
    ],
    [
      'prune as a text',
      { syncPolicy: { prune: 'true' } },
      'syncPolicy.prune must be true or false',
    ],
    ['a project', { project: 'default' }, 'project is not known'],
  ])('refuses %s by its field', (_, changes, right) => {
    expect(problemsOf({ ...LEAST, ...changes })).toEqual([
      expect.stringContaining(right),
    ]);
  });

  it('takes sources only from hosts that are allowed', () => {
    expect(problemsOf(LEAST, ['github.com'])).toEqual([]);
    expect(problemsOf(LEAST, ['gitlab.com'])).toEqual([
      'source.repoUrl must be on gitlab.com',
    ]);
    expect(problemsOf(LEAST, [])).toEqual([
      expect.stringContaining('of which there are none'),
    ]);
  });
});
