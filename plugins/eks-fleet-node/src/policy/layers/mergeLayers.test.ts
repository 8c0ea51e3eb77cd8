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

import { goldenOf } from './__testUtils__/goldenOf';
import { readFleetLayers, STACKS } from './__testUtils__/fleetLayers';
import { expectedPolicies } from './expectedPolicies';
import { mergeLayers } from './mergeLayers';
import { LayerProblem, type PolicyLayer } from './types';

const CHART: PolicyLayer = {
  path: 'values.yaml',
  text: `
engine: kyverno
exceptions: {}
policies:
  a: { enabled: true, mode: audit, parameters: { list: [1] }, exclude: { namespaces: [x], resources: [] } }
  b: { enabled: false, mode: audit, parameters: {} }
`,
};

const layer = (text: string, path = 'over.yaml'): PolicyLayer => ({
  path,
  text,
});

describe('mergeLayers', () => {
  it.each(Object.keys(STACKS))('merges the layers of %s', name => {
    const merged = mergeLayers(readFleetLayers(...STACKS[name]));
    const plain = JSON.parse(JSON.stringify(merged));
    expect(plain).toEqual(goldenOf(`${name}.yaml`, plain));
  });

  it('says which layer had the last word', () => {
    const { policies } = mergeLayers([
      CHART,
      layer('policies: { a: { mode: warn } }', 'prod.yaml'),
      layer('policies: { b: { enabled: true } }', 'orders.yaml'),
      { path: 'absent.yaml' },
    ]);
    expect(policies.map(({ decidedBy }) => decidedBy)).toEqual([
      { enabled: 'values.yaml', mode: 'prod.yaml' },
      { enabled: 'orders.yaml', mode: 'values.yaml' },
    ]);
  });

  it.each([[[]], [[{ path: 'values.yaml' }]]])(
    'says that the chart is not there in %j',
    layers => {
      expect(() => mergeLayers(layers)).toThrow(
        'the values of the chart are not there',
      );
    },
  );

  it('leaves out what a layer takes away', () => {
    const { policies } = mergeLayers([CHART, layer('policies: { a: null }')]);
    expect(policies.map(({ name }) => name)).toEqual(['b']);
  });

  it('leaves out exceptions that a later layer takes away', () => {
    const first = layer(
      'exceptions: { x: { policies: [a], reason: r }, y: { policies: [b] } }',
    );
    expect(
      mergeLayers([CHART, first, layer('exceptions: { x: null }')]).exceptions,
    ).toEqual([{ name: 'y', policies: ['b'], namespaces: [], resources: [] }]);
  });

  it.each([
    ['policies: {', 'over.yaml: '],
    ['- a', 'over.yaml: it holds no map of values'],
    ['a: 1\n---\nb: 2', 'over.yaml: '],
    ['x: &x [a]\ny: [*x, *nothing]', 'over.yaml: '],
    ['engine: opa', 'over.yaml: engine must be kyverno or gatekeeper'],
    [
      'policies: { z: { enabled: true } }',
      'over.yaml: the chart has no policy z',
    ],
    [
      'policies: { a: { mode: off } }',
      'over.yaml: policies.a.mode must be audit, warn or enforce',
    ],
    [
      'policies: { a: { enabled: maybe } }',
      'over.yaml: policies.a.enabled must be true or false',
    ],
    [
      'policies: { a: { severity: worst } }',
      'over.yaml: policies.a.severity must be critical',
    ],
    [
      'policies: { a: { mode: null } }',
      'over.yaml: policies.a.mode must be audit, warn or enforce',
    ],
  ])('says what is wrong with %s', (text, problem) => {
    const merge = () =>
      mergeLayers([CHART, layer(text), { path: 'last.yaml' }]);
    expect(merge).toThrow(LayerProblem);
    expect(merge).toThrow(problem);
  });
});

describe('expectedPolicies', () => {
  it('names what Kyverno is to have, and how', () => {
    expect(
      expectedPolicies([
        CHART,
        layer('policies: { a: { mode: enforce, severity: low } }', 'prod.yaml'),
      ]),
    ).toEqual([
      {
        engine: 'kyverno',
        kind: 'ValidatingPolicy',
        name: 'a',
        mode: 'enforce',
        severity: 'low',
        decidedBy: 'prod.yaml',
      },
    ]);
  });

  it('names constraints where Gatekeeper judges', () => {
    const expected = expectedPolicies([
      ...readFleetLayers('policies/default.yaml'),
      layer('engine: gatekeeper'),
    ]);
    expect(expected).toContainEqual({
      engine: 'gatekeeper',
      kind: 'FleetRemovedApis',
      name: 'removed-apis',
      mode: 'audit',
      decidedBy: 'charts/fleet-policies/values.yaml',
    });
  });
});
