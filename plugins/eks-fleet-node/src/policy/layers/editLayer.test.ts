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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLEET } from '../chart/__testUtils__/helm';
import { readFleetLayers, STACKS } from './__testUtils__/fleetLayers';
import { editValues } from '../../gitops/edits/editValues';
import { editLayer, planLayerEdit } from './editLayer';
import { mergeLayers } from './mergeLayers';
import type { LayerException, PolicyLayerEdit } from './types';

const PROD = readFileSync(
  join(FLEET, 'policies/environments/prod.yaml'),
  'utf8',
);
const ORDERS = readFileSync(
  join(FLEET, 'policies/clusters/444455556666/eu-west-1/orders.yaml'),
  'utf8',
);

/** What is changed in one place of a text. */
function changed(before: string, after: string): string[] {
  const from = before.split('\n');
  const to = after.split('\n');
  while (from.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  while (from.length > 0 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  return [...from.map(line => `-${line}`), ...to.map(line => `+${line}`)];
}

/** What an exception is in a layer. */
function entryOf({ name, ...exception }: LayerException) {
  return {
    pointer: `/exceptions/${name}`,
    value: JSON.parse(JSON.stringify(exception)),
  };
}

function addException(text: string, exception: LayerException): string {
  const { pointer, value } = entryOf(exception);
  return editValues('layer.yaml', text, [{ pointer, to: value }]);
}

function removeException(text: string, exception: LayerException): string {
  const { pointer, value } = entryOf(exception);
  return editValues('layer.yaml', text, [{ pointer, from: value }]);
}

describe('editLayer', () => {
  it.each<[string, PolicyLayerEdit, string[]]>([
    [
      'switches a mode, and leaves what is said of it',
      { policy: 'no-blocking-budget', mode: 'warn' },
      [
        '-    mode: enforce # since 2026-10: no drain has waited for one since',
        '+    mode: warn # since 2026-10: no drain has waited for one since',
      ],
    ],
    [
      'switches a policy that the layer says nothing of',
      { policy: 'require-requests', enabled: false },
      ['+  require-requests:', '+    enabled: false'],
    ],
    [
      'adds a field to a policy',
      { policy: 'pod-security-baseline', severity: 'critical' },
      ['+    severity: critical'],
    ],
    [
      'sets parameters',
      {
        policy: 'allowed-registries',
        parameters: { registries: ['public.ecr.aws', '*.example.com'] },
      },
      [
        '+  allowed-registries:',
        '+    parameters:',
        "+      registries: [public.ecr.aws, '*.example.com']",
      ],
    ],
    [
      'leaves namespaces and resources out',
      {
        policy: 'no-latest-tag',
        exclude: {
          namespaces: ['kube-system', 'batch-*'],
          resources: [{ kind: 'Deployment', name: 'web' }],
        },
      },
      [
        '+    exclude:',
        "+      namespaces: [kube-system, 'batch-*']",
        '+      resources: [{ kind: Deployment, name: web }]',
      ],
    ],
    [
      'leaves a field to the layers before',
      { policy: 'no-single-replica', mode: null },
      ['-    mode: warn'],
    ],
    [
      'leaves a policy to the layers before, and no null behind',
      { policy: 'no-latest-tag', mode: null },
      ['-  no-latest-tag:', '-    mode: enforce'],
    ],
    [
      'says what it says already',
      { policy: 'no-latest-tag', mode: 'enforce' },
      [],
    ],
    ['changes nothing where nothing is asked for', { policy: 'x' }, []],
  ])('%s', (_, edit, lines) => {
    expect(changed(PROD, editLayer(PROD, edit))).toEqual(lines);
  });

  it('is a change that can be proposed', () => {
    expect(
      planLayerEdit(PROD, {
        policy: 'no-single-replica',
        enabled: true,
        mode: 'enforce',
        severity: 'high',
      }),
    ).toEqual([
      {
        pointer: '/policies/no-single-replica/mode',
        from: 'warn',
        to: 'enforce',
      },
      { pointer: '/policies/no-single-replica/severity', to: 'high' },
    ]);
  });

  it('begins a layer that is not there yet', () => {
    expect(
      editLayer(undefined, { policy: 'removed-apis', mode: 'enforce' }),
    ).toBe('policies:\n  removed-apis:\n    mode: enforce\n');
  });

  it('has the effect that was asked for, and no other', () => {
    const layers = readFleetLayers(...STACKS.orders);
    const before = mergeLayers(layers);
    const edited = layers.map(layer =>
      layer.text === PROD
        ? {
            ...layer,
            text: editLayer(PROD, {
              policy: 'require-owner',
              enabled: true,
              mode: 'enforce',
            }),
          }
        : layer,
    );
    const path = 'policies/environments/prod.yaml';
    expect(mergeLayers(edited)).toEqual({
      ...before,
      policies: before.policies.map(policy =>
        policy.name === 'require-owner'
          ? {
              ...policy,
              mode: 'enforce',
              decidedBy: { enabled: path, mode: path },
            }
          : policy,
      ),
    });
  });
});

describe('exceptions of a layer', () => {
  const exception = {
    name: 'legacy-api',
    policies: ['no-latest-tag'],
    namespaces: ['orders'],
    resources: [{ kind: 'Deployment', name: 'legacy-api' }],
    reason: 'Moves to ECR: next release',
    approvedBy: 'group:default/security',
    expiresAt: '2027-01-31T00:00:00Z',
  };

  it('are added after those that are there', () => {
    expect(changed(ORDERS, addException(ORDERS, exception))).toEqual([
      '+  legacy-api:',
      '+    policies: [no-latest-tag]',
      '+    namespaces: [orders]',
      '+    resources: [{ kind: Deployment, name: legacy-api }]',
      "+    reason: 'Moves to ECR: next release'",
      "+    approvedBy: 'group:default/security'",
      "+    expiresAt: '2027-01-31T00:00:00Z'",
    ]);
  });

  it('are read as they were written', () => {
    const [chart] = readFleetLayers();
    expect(
      mergeLayers([
        chart,
        { path: 'x.yaml', text: addException('', exception) },
      ]).exceptions,
    ).toEqual([exception]);
  });

  it('are taken out again, without a trace', () => {
    expect(removeException(addException(ORDERS, exception), exception)).toBe(
      ORDERS,
    );
    expect(removeException(addException(PROD, exception), exception)).toBe(
      PROD,
    );
  });

  it('keep hostile text what it is: text', () => {
    const hostile = {
      ...exception,
      reason: "x'\n  removed-apis: { enabled: false } # {{ .Values }} \u2028",
      ticket: '!!js/undefined',
    };
    const text = addException(PROD, hostile);
    const [chart] = readFleetLayers();
    const merged = mergeLayers([chart, { path: 'x.yaml', text }]);
    expect(merged.exceptions).toEqual([hostile]);
    expect(
      merged.policies.find(({ name }) => name === 'removed-apis')!.enabled,
    ).toBe(true);
  });
});
