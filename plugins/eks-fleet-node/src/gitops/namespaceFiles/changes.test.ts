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

import { applyChange, isApplied } from '../proposals/applyChange';
import {
  checked,
  contextOf,
  DELETING,
  FULL,
} from './__testUtils__/namespaceCases';
import { withoutClusterParts } from './clusterParts';
import {
  changeNamespace,
  parseNamespace,
  removeNamespace,
  renderNamespace,
} from './namespaceFiles';

const CONTEXT = contextOf(FULL);
const NEXT = { ...CONTEXT, requestId: 'd4e5f6' };
const [NAMESPACE, PROJECT] = renderNamespace(FULL, CONTEXT);
const FILES = [NAMESPACE, PROJECT];

/** Files with the text of the first one changed, as people do. */
function edited(from: string | RegExp, to: string) {
  expect(NAMESPACE.text).toMatch(from);
  return [{ ...NAMESPACE, text: NAMESPACE.text.replace(from, to) }, PROJECT];
}

function apply(
  after: typeof FULL,
  files = FILES,
  { before = FULL, context = NEXT } = {},
) {
  const change = { files: changeNamespace(before, after, files, context) };
  const present = new Map(files.map(({ path, text }) => [path, { text }]));
  const applied = applyChange(change, present);
  const texts = files.map(
    ({ path, text }) =>
      applied.files.find(each => each.path === path) ?? { path, text },
  );
  const results = texts.map(({ path, text }) => ({ path, text: text! }));
  expect(
    isApplied(change, new Map(results.map(each => [each.path, each]))),
  ).toBe(true);
  return { ...applied, results };
}

const MORE = checked({
  ...FULL,
  quota: { ...FULL.quota, cpuRequests: '12', pods: 80 },
  expiresOn: '2027-06-30',
});

describe('changes of a namespace', () => {
  it('edits the values that change, and says by which request', () => {
    const { diff, results } = apply(MORE);
    const lines = diff.split('\n').filter(line => /^[+-] /.test(line));
    expect(lines.map(line => line.replace(/ +/g, ' '))).toEqual([
      "- eks-fleet.io/expires-on: '2027-03-31'",
      "+ eks-fleet.io/expires-on: '2027-06-30'",
      '- eks-fleet.io/request: a1b2c3',
      '+ eks-fleet.io/request: d4e5f6',
      "- requests.cpu: '8'",
      "+ requests.cpu: '12'",
      "- pods: '60'",
      "+ pods: '80'",
      "- eks-fleet.io/expires-on: '2027-03-31'",
      "+ eks-fleet.io/expires-on: '2027-06-30'",
      '- eks-fleet.io/request: a1b2c3',
      '+ eks-fleet.io/request: d4e5f6',
    ]);
    expect(parseNamespace(results, NEXT)).toMatchObject({
      spec: withoutClusterParts(MORE),
      requestId: 'd4e5f6',
      deviations: [],
    });
  });

  it('changes nothing where the same is asked for', () => {
    expect(changeNamespace(FULL, FULL, FILES, NEXT)).toEqual([]);
  });

  it('writes what a namespace made anew would have', () => {
    const less = checked({
      ...FULL,
      access: [{ kubernetesGroup: 'team-payments', level: 'view' }],
      network: { allowToInternet: true },
      capsuleTenant: undefined,
      labels: {},
    });
    const { results } = apply(less);
    expect(parseNamespace(results, NEXT)).toMatchObject({
      spec: withoutClusterParts(less),
      deviations: [],
    });
  });

  it('keeps comments, order and what people added', () => {
    const files = edited(
      "    requests.cpu: '8'\n",
      "    # agreed with finance\n    requests.cpu: '8' # until March\n    count/jobs.batch: '20'\n",
    );
    const { results } = apply(MORE, files);
    expect(results[0].text).toContain(
      "    # agreed with finance\n    requests.cpu: '12' # until March\n    count/jobs.batch: '20'\n",
    );
  });

  it('says where files are other than the portal would write them', () => {
    const added = edited(
      "    requests.cpu: '8'\n",
      "    requests.cpu: 8000m\n    count/jobs.batch: '20'\n",
    );
    const parsed = parseNamespace(added, CONTEXT);
    expect(parsed.spec?.quota.cpuRequests).toBe('8');
    expect(parsed.deviations).toEqual([
      expect.objectContaining({
        manifest: { kind: 'ResourceQuota', name: 'eks-fleet' },
        pointer: '/spec/hard/requests.cpu',
        is: '8000m',
        expected: '8',
      }),
      expect.objectContaining({
        pointer: '/spec/hard/count~1jobs.batch',
        is: '20',
      }),
    ]);
  });

  it('says that a guard was taken away', () => {
    const files = edited(/ {4}argocd.argoproj.io\/sync-options: .*\n/, '');
    expect(parseNamespace(files, CONTEXT).deviations).toEqual([
      expect.objectContaining({
        manifest: { kind: 'Namespace', name: 'checkout' },
        pointer: '/metadata/annotations/argocd.argoproj.io~1sync-options',
        expected: 'Prune=false,Delete=false',
      }),
    ]);
  });

  it('refuses where somebody else changed it since', () => {
    const files = edited("requests.cpu: '8'", "requests.cpu: '9'");
    expect(() => apply(MORE, files)).toThrow(
      expect.objectContaining({
        name: 'EditRefusal',
        reason: 'changedBase',
        message: 'quota.cpuRequests is "9" now, not "8"',
      }),
    );
  });

  it.each<[string, object]>([
    ['name', { name: 'other' }],
    ['cluster.name', { cluster: { ...FULL.cluster, name: 'other' } }],
    ['environment', { environment: 'stage' }],
    ['owner', { owner: 'group:default/other' }],
  ])('refuses to make another namespace of it by %s', (field, more) => {
    expect(() => apply({ ...FULL, ...more })).toThrow(
      expect.objectContaining({
        name: 'SpecRefusal',
        problems: [expect.objectContaining({ field })],
      }),
    );
  });
});

describe('the life cycle of a namespace', () => {
  const guards = (files: { text: string }[]) =>
    files.flatMap(({ text }) => text.match(/Prune=false,Delete=false/g) ?? []);

  it('holds every object while it is active', () => {
    const objects = FILES.flatMap(({ text }) => text.match(/^kind: /gm)!);
    expect(guards(FILES)).toHaveLength(objects.length);
  });

  it('lets go of all by one change, and of nothing otherwise', () => {
    const { diff, results } = apply(DELETING);
    expect(diff.match(/^\+ .*$/gm)).toHaveLength(4);
    expect(guards(results)).toEqual([]);
    const guard = / {4}argocd\.argoproj\.io\/sync-options: .*\n/g;
    expect(results.map(({ text }) => text)).toEqual(
      FILES.map(({ text }) =>
        text
          .replaceAll(guard, '')
          .replaceAll(/ {2}annotations:\n(?! {4})/g, '')
          .replace('lifecycle: active', 'lifecycle: deleting')
          .replace('request: a1b2c3', 'request: d4e5f6'),
      ),
    );
    expect(guards(apply(MORE).results)).toHaveLength(guards(FILES).length);
  });

  it('takes files away only once they let go', () => {
    expect(() => removeNamespace(FULL, FILES, CONTEXT)).toThrow(
      'lifecycle must be deleting in Git before files go',
    );
    expect(() => removeNamespace(DELETING, FILES, CONTEXT)).toThrow(
      expect.objectContaining({ reason: 'changedBase' }),
    );
    const { results } = apply(DELETING);
    expect(removeNamespace(DELETING, results, CONTEXT)).toEqual(
      results.map(({ path }) => ({ path, remove: true })),
    );
  });
});
