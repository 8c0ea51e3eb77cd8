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

import { contextOf, FULL } from './__testUtils__/namespaceCases';
import { parseNamespace, renderNamespace } from './namespaceFiles';

const CONTEXT = contextOf(FULL);

const HOSTILE = [
  '../../clusters',
  'a: b',
  "a'\n---\nkind: ClusterRoleBinding",
  '{{ .Values.x }}',
  '${x}',
  '%{if}',
  'chеckout',
  'a\u2028b',
  'a\u0000',
];

describe('hostile texts in a namespace', () => {
  it.each<[string, (text: string) => object]>([
    ['name', name => ({ name })],
    ['cluster.name', name => ({ cluster: { ...FULL.cluster, name } })],
    ['cluster.region', region => ({ cluster: { ...FULL.cluster, region } })],
    ['environment', environment => ({ environment })],
    ['owner', text => ({ owner: `group:default/${text}` })],
    ['costCenter', costCenter => ({ costCenter })],
    [
      'podSecurity.version',
      version => ({ podSecurity: { level: 'baseline', version } }),
    ],
    [
      'quota.memoryRequests',
      memoryRequests => ({ quota: { ...FULL.quota, memoryRequests } }),
    ],
    [
      'network.allowFromNamespaces[0]',
      text => ({ network: { allowFromNamespaces: [text] } }),
    ],
    [
      'access[0].kubernetesGroup',
      text => ({ access: [{ kubernetesGroup: text, level: 'view' }] }),
    ],
    [
      'project.sourceRepos[0]',
      text => ({ project: { sourceRepos: [`https://github.com/${text}`] } }),
    ],
    ['capsuleTenant', capsuleTenant => ({ capsuleTenant })],
    ['expiresOn', expiresOn => ({ expiresOn })],
    ['labels.tier', tier => ({ labels: { tier } })],
  ])('are refused in %s by its name', (field, more) => {
    for (const text of HOSTILE) {
      const render = () =>
        renderNamespace({ ...FULL, ...more(text) } as any, CONTEXT);
      expect(render).toThrow(
        expect.objectContaining({
          name: 'SpecRefusal',
          problems: [expect.objectContaining({ field })],
        }),
      );
    }
  });

  it.each(HOSTILE)('are refused in the id of a request: %j', requestId => {
    expect(() => renderNamespace(FULL, { ...CONTEXT, requestId })).toThrow(
      'request must be an id of letters',
    );
  });
});

describe('files that say other than their path', () => {
  it.each<[string, string, object]>([
    ['owner', 'ledger', { team: 'ledger' }],
    ['environment', 'stage', { environment: 'stage' }],
    ['name', 'other', { namespace: 'other' }],
  ])('are refused by %s', (field, said, place) => {
    const files = renderNamespace(FULL, CONTEXT);
    const context = { ...CONTEXT, place: { ...CONTEXT.place, ...place } };
    const problem = { field, message: `must be of ${said}, as the path says` };
    expect(parseNamespace(files, context)).toMatchObject({
      problems: [problem],
    });
    expect(parseNamespace(files, context).spec).toBeUndefined();
    expect(() => renderNamespace(FULL, context)).toThrow(problem.message);
  });
});

describe('a namespace that needs what configuration does not say', () => {
  it('is refused with the place of the setting', () => {
    expect(() => renderNamespace(FULL, contextOf(FULL, {}))).toThrow(
      'network.allowFromIngress needs ingressNamespaces or ingressCidrs in eksFleet.fleetRepositories[].namespaces[].settings',
    );
  });
});

describe('files that people made something else of', () => {
  const [namespace, project] = renderNamespace(FULL, CONTEXT);

  it.each<[string, string | RegExp, string, string]>([
    [
      'a text for an amount',
      'requests.memory: 16Gi',
      'requests.memory: plenty',
      'quota.memoryRequests',
    ],
    ['a higher role', /name: edit/, 'name: cluster-admin', 'access[1].level'],
    [
      'an address among namespaces',
      /(name: eks-fleet-allow-from-namespaces[^]*?from:\n)/,
      '$1        - ipBlock: { cidr: 0.0.0.0/0 }\n',
      'network.allowFromNamespaces[0]',
    ],
    [
      'a level that is none',
      'pod-security.kubernetes.io/enforce: baseline',
      'pod-security.kubernetes.io/enforce: none',
      'podSecurity.level',
    ],
  ])('are named by their field: %s', (_, from, to, field) => {
    expect(namespace.text).toMatch(from);
    const text = namespace.text.replace(from, to);
    expect(
      parseNamespace([{ ...namespace, text }, project], CONTEXT),
    ).toMatchObject({
      problems: [{ field }],
    });
  });
});
