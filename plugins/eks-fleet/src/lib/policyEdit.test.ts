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

import type { PolicyEngine } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aLayerSet, PROD_LAYER } from '../__testUtils__/policyEdits';
import { aClusterRef } from '../__testUtils__/policies';
import {
  chartPolicy,
  editAskOf,
  problemAt,
  problemsElsewhere,
  saidBelow,
  type EditDraft,
} from './policyEdit';

const EMPTY: EditDraft = {
  mode: 'keep',
  parameters: {},
  reason: '',
  ticket: '',
};
const LAYER = { kind: 'layer' as const, path: PROD_LAYER };

describe('chartPolicy', () => {
  it.each<
    [PolicyEngine, string, string, string | undefined, string | undefined]
  >([
    [
      'kyverno',
      'ValidatingPolicy',
      'no-latest-tag',
      undefined,
      'no-latest-tag',
    ],
    ['kyverno', 'ClusterPolicy', 'no-latest-tag', undefined, undefined],
    ['kyverno', 'ValidatingPolicy', 'a', 'team', undefined],
    [
      'gatekeeper',
      'FleetNoLatestTag',
      'no-latest-tag',
      undefined,
      'no-latest-tag',
    ],
    ['gatekeeper', 'K8sRequiredLabels', 'no-latest-tag', undefined, undefined],
    ['vap', 'ValidatingAdmissionPolicy', 'x', undefined, undefined],
  ])('of %s %s %s in %s is %s', (engine, kind, name, namespace, expected) => {
    expect(chartPolicy({ engine, kind, name, namespace })).toBe(expected);
  });
});

describe('editAskOf', () => {
  const { parameters } = aLayerSet();

  it.each<[Partial<EditDraft>, object]>([
    [{ mode: 'off' }, { mode: 'off' }],
    [{ mode: 'leave' }, { leave: ['mode'] }],
    [{}, {}],
    [
      { namespaces: ' a,b-* \n c ' },
      { exclude: { namespaces: ['a', 'b-*', 'c'] } },
    ],
    [{ namespaces: '' }, { exclude: { namespaces: [] } }],
    [
      { parameters: { requests: 'cpu, memory', initContainers: 'true' } },
      { parameters: { requests: ['cpu', 'memory'], initContainers: true } },
    ],
    [{ parameters: { nothing: 'x' } }, {}],
  ])('asks of %j for %j', (draft, change) => {
    expect(
      editAskOf('p', LAYER, { ...EMPTY, ...draft }, parameters).change,
    ).toEqual(change);
  });

  it.each([
    ['3', 3],
    ['', ''],
    ['three', 'three'],
  ])('takes %j for the number %j', (text, value) => {
    const { change } = editAskOf(
      'p',
      LAYER,
      { ...EMPTY, parameters: { min: text } },
      [{ name: 'min', type: 'number' }],
    );
    expect(change.parameters).toEqual({ min: value });
  });

  it('names the layer, or the clusters', () => {
    expect(editAskOf('p', LAYER, EMPTY, [])).toMatchObject({
      policy: 'p',
      layer: PROD_LAYER,
    });
    const clusters = [aClusterRef(), aClusterRef({ arn: 'arn:2' })];
    const ask = editAskOf('p', { kind: 'clusters', clusters }, EMPTY, []);
    expect(ask.clusters).toEqual([clusters[0].arn, 'arn:2']);
    expect(ask.layer).toBeUndefined();
  });
});

describe('saidBelow', () => {
  it('begins with what the layer says, then the default one, then the chart', () => {
    const set = aLayerSet();
    set.layers[0].says = { parameters: { requests: ['memory'] } };
    expect(saidBelow(set, PROD_LAYER)).toEqual({
      namespaces: 'kube-system',
      parameters: { requests: 'memory', initContainers: 'false' },
    });
    set.layers[1].says = {
      exclude: { namespaces: ['a', 'b'] },
      parameters: { requests: ['cpu'] },
    };
    expect(saidBelow(set, PROD_LAYER)).toMatchObject({
      namespaces: 'a, b',
      parameters: { requests: 'cpu' },
    });
    expect(saidBelow(set, 'none')).toMatchObject({
      namespaces: 'kube-system',
    });
  });
});

describe('problems', () => {
  const problems = [
    { field: 'change.parameters.tags.0', message: 'must match pattern' },
    { field: 'layer', message: 'Git does not answer' },
  ];

  it('stand at the field that holds what is wrong', () => {
    expect(problemAt(problems, 'change.parameters.tags', 'tags')).toBe(
      'tags must match pattern',
    );
    expect(problemAt(problems, 'change.parameters.tag', 'tag')).toBeUndefined();
  });

  it('stand above all where there is no field', () => {
    expect(problemsElsewhere(problems, ['change.parameters.tags'])).toEqual([
      'Git does not answer',
    ]);
  });
});
