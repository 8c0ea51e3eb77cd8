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

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readFleetLayers, STACKS } from '../layers/__testUtils__/fleetLayers';
import { expectedPolicies } from '../layers/expectedPolicies';
import { mergeLayers } from '../layers/mergeLayers';
import { CASE_VALUES } from './__testUtils__/cases';
import { describeIf } from './__testUtils__/describeIf';
import {
  CHART,
  FLEET,
  HELM,
  renderChart,
  runHelm,
  type RenderedObject,
} from './__testUtils__/helm';
import { writeYaml } from './__testUtils__/gatorSuite';

jest.setTimeout(60_000);

const MODES: Record<string, string> = {
  Deny: 'enforce',
  'Warn,Audit': 'warn',
  Audit: 'audit',
  deny: 'enforce',
  warn: 'warn',
  dryrun: 'audit',
};

/** What objects say that policies are, by the names that clusters know. */
function renderedPolicies(objects: RenderedObject[]) {
  return objects
    .filter(
      ({ apiVersion, kind }) =>
        kind === 'ValidatingPolicy' || apiVersion.startsWith('constraints.'),
    )
    .map(({ kind, metadata, spec }) => ({
      kind,
      name: metadata.name,
      mode: MODES[
        spec.validationActions?.join() ??
          spec.scopedEnforcementActions?.[0].action ??
          spec.enforcementAction
      ],
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

describeIf('helm', HELM, 'the chart of policies, in the hands of Helm', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'eks-fleet-layers-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** A file with values of our own. */
  function fileOf(values: unknown): string {
    const path = join(folder, 'values.yaml');
    writeYaml(path, values);
    return path;
  }

  describe.each(['kyverno', 'gatekeeper'])('for %s', engine => {
    it.each(Object.entries(STACKS))(
      'makes of the layers of %s what the portal expects',
      (_, paths) => {
        const layers = readFleetLayers(...paths);
        layers.push({ path: 'engine.yaml', text: `engine: ${engine}` });
        const files = layers
          .slice(1, -1)
          .filter(({ text }) => text !== undefined)
          .map(({ path }) => join(FLEET, path));
        expect(renderedPolicies(renderChart(files, { engine }))).toEqual(
          expectedPolicies(layers).map(({ kind, name, mode }) => ({
            kind,
            name,
            mode,
          })),
        );
      },
    );

    it('is linted without a complaint', () => {
      expect(() =>
        runHelm([
          'lint',
          '--strict',
          '--quiet',
          CHART,
          '--values',
          CASE_VALUES,
          '--set',
          `engine=${engine}`,
        ]),
      ).not.toThrow();
    });

    it('tells people of each policy what it is and what to do', () => {
      const objects = renderChart([CASE_VALUES], { engine });
      for (const { metadata } of objects) {
        expect(metadata.labels).toMatchObject({
          'helm.sh/chart': 'fleet-policies-0.1.0',
          'app.kubernetes.io/part-of': 'fleet-policies',
        });
      }
      const title =
        engine === 'kyverno'
          ? 'policies.kyverno.io/title'
          : 'metadata.gatekeeper.sh/title';
      const described = objects.filter(({ kind }) =>
        /Policy$|^ConstraintTemplate$|^Fleet/.test(kind),
      );
      for (const { metadata } of described) {
        expect(metadata.annotations).toMatchObject({
          'eks-fleet.io/category': expect.any(String),
          'eks-fleet.io/severity': expect.any(String),
          'eks-fleet.io/remediation': expect.any(String),
          'eks-fleet.io/documentation': expect.stringContaining('https://'),
          [title]: expect.any(String),
        });
      }
      expect(described).toHaveLength(engine === 'kyverno' ? 9 : 18);
    });

    it('takes a severity of its own from the layers', () => {
      const [policy] = renderChart([CASE_VALUES], { engine }).filter(
        ({ metadata }) => metadata.name === 'no-single-replica',
      );
      expect(policy.metadata.annotations['eks-fleet.io/severity']).toBe(
        'critical',
      );
    });

    it('makes nothing of policies that are off, or that a layer takes away', () => {
      const file = fileOf({
        policies: {
          'removed-apis': null,
          'no-blocking-budget': { enabled: false },
        },
      });
      const names = renderedPolicies(renderChart([file], { engine })).map(
        ({ name }) => name,
      );
      expect(names).not.toContain('removed-apis');
      expect(names).not.toContain('no-blocking-budget');
      expect(names).toContain('require-owner');
    });
  });

  it.each(Object.entries(STACKS))(
    'gives constraints the parameters and exclusions of the layers of %s',
    (_, paths) => {
      const layers = readFleetLayers(...paths);
      const files = layers
        .slice(1)
        .filter(({ text }) => text !== undefined)
        .map(({ path }) => join(FLEET, path));
      const given = renderChart(files, { engine: 'gatekeeper' })
        .filter(({ apiVersion }) => apiVersion.startsWith('constraints.'))
        .map(({ metadata, spec }) => {
          const {
            apis: _apis,
            exempt: _exempt,
            ...parameters
          } = spec.parameters;
          return {
            name: metadata.name,
            parameters,
            namespaces: spec.match.excludedNamespaces ?? [],
          };
        });
      expect(given).toEqual(
        mergeLayers(layers)
          .policies.filter(({ enabled }) => enabled)
          .map(({ name, parameters, exclude: { namespaces } }) => ({
            name,
            parameters,
            namespaces,
          })),
      );
    },
  );

  it('tells Argo CD to make constraints after their templates', () => {
    const waves = renderChart([CASE_VALUES], { engine: 'gatekeeper' }).map(
      ({ kind, metadata }) => [
        kind.replace(/^Fleet.*/, 'constraint'),
        metadata.annotations['argocd.argoproj.io/sync-wave'],
        metadata.annotations['argocd.argoproj.io/sync-options'],
      ],
    );
    const skip = 'SkipDryRunOnMissingResource=true';
    expect(new Set(waves.map(wave => wave.join()))).toEqual(
      new Set([
        `ConstraintTemplate,-1,${skip}`,
        `SyncSet,-1,${skip}`,
        `constraint,1,${skip}`,
      ]),
    );
  });

  it('makes templates alone where it is told to', () => {
    const kinds = renderChart([], {
      engine: 'gatekeeper',
      'gatekeeper.constraints': 'false',
    }).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['ConstraintTemplate', 'SyncSet']));
  });

  it('makes an exception of Kyverno with its end and its reason', () => {
    const exceptions = renderChart([CASE_VALUES]).filter(
      ({ kind }) => kind === 'PolicyException',
    );
    expect(exceptions.map(({ metadata }) => metadata.name)).toEqual([
      'agents',
      'legacy-shop',
      'loader',
    ]);
    expect(exceptions[0]).toMatchObject({
      apiVersion: 'policies.kyverno.io/v1',
      metadata: { namespace: 'kyverno' },
      spec: {
        policyRefs: [
          { kind: 'ValidatingPolicy', name: 'pod-security-baseline' },
          { kind: 'ValidatingPolicy', name: 'require-requests' },
        ],
        expiresAt: '2099-12-31T00:00:00Z',
        reportResult: 'skip',
        properties: {
          reason: "Reads the host's metrics",
          ticket: 'SEC-1234',
          'requested-by': 'user:default/ada',
          'approved-by': 'group:default/security',
        },
      },
    });
  });

  it.each([
    ['kyverno', 'agents'],
    ['gatekeeper', 'pod-security-baseline'],
  ])('says for %s what is excepted, until when and why', (engine, name) => {
    const { policies: _, ...agents } = parse(readFileSync(CASE_VALUES, 'utf8'))
      .exceptions.agents;
    const { metadata } = renderChart([CASE_VALUES], { engine }).find(
      object =>
        object.metadata.name === name && object.kind !== 'ValidatingPolicy',
    )!;
    expect(JSON.parse(metadata.annotations['eks-fleet.io/exceptions'])).toEqual(
      [{ name: 'agents', ...agents }],
    );
  });

  it('makes no exception of what a later layer takes away, or of a policy that is off', () => {
    const file = fileOf({
      exceptions: { agents: null, loader: null },
      policies: {
        'require-disruption-budget': { enabled: false },
        'no-blocking-budget': { enabled: false },
        'no-latest-tag': { enabled: false },
        'allowed-registries': { enabled: false },
        'require-owner': { enabled: false },
      },
    });
    expect(
      renderChart([CASE_VALUES, file]).filter(
        ({ kind }) => kind === 'PolicyException',
      ),
    ).toEqual([]);
  });

  const REFUSED: Array<[string, object, string]> = [
    ['an unknown engine', { engine: 'opa' }, "/engine': value must be one of"],
    [
      'an unknown policy',
      { policies: { 'no-such': { enabled: true } } },
      "additional properties 'no-such' not allowed",
    ],
    [
      'an unknown mode',
      { policies: { 'removed-apis': { mode: 'block' } } },
      "/policies/removed-apis/mode': value must be one of 'audit', 'warn', 'enforce'",
    ],
    [
      'an unknown severity',
      { policies: { 'removed-apis': { severity: 'worst' } } },
      '/policies/removed-apis/severity',
    ],
    [
      'an unknown parameter',
      { policies: { 'removed-apis': { parameters: { target: '1.36' } } } },
      "additional properties 'target' not allowed",
    ],
    [
      'a version that is a number',
      { policies: { 'removed-apis': { parameters: { targetVersion: 1.36 } } } },
      "/parameters/targetVersion': got number, want string",
    ],
    [
      'a mode that is taken away',
      { policies: { 'removed-apis': { mode: null } } },
      "/policies/removed-apis': missing property 'mode'",
    ],
    [
      'registries that are none',
      { policies: { 'allowed-registries': { enabled: true } } },
      '/allowed-registries/parameters/registries',
    ],
    [
      'a registry with more than a name',
      {
        policies: {
          'allowed-registries': { parameters: { registries: ["x'|.*"] } },
        },
      },
      '/registries/0',
    ],
    [
      'a control that there is not',
      {
        policies: {
          'pod-security-baseline': { parameters: { skipControls: ['all'] } },
        },
      },
      '/skipControls/0',
    ],
    [
      'a namespace that is none',
      { policies: { 'require-owner': { exclude: { namespaces: ['a|b'] } } } },
      '/exclude/namespaces/0',
    ],
    [
      'an exception without an end',
      {
        exceptions: {
          x: { policies: ['removed-apis'], namespaces: ['a'], reason: 'r' },
        },
      },
      "/exceptions/x': missing property 'expiresAt'",
    ],
    [
      'an exception of everything everywhere',
      {
        exceptions: {
          x: {
            policies: ['removed-apis'],
            reason: 'r',
            expiresAt: '2027-01-01T00:00:00Z',
          },
        },
      },
      "/exceptions/x': missing property 'namespaces'",
    ],
    [
      'an exception of a policy that there is not',
      {
        exceptions: {
          x: {
            policies: ['no-such'],
            namespaces: ['a'],
            reason: 'r',
            expiresAt: '2027-01-01T00:00:00Z',
          },
        },
      },
      '/exceptions/x/policies/0',
    ],
    ['what is nothing of it', { policy: {} }, "additional properties 'policy'"],
  ];

  it.each(REFUSED)('refuses %s, and says so', (_, values, message) => {
    expect(() => renderChart([fileOf(values)])).toThrow(message);
  });

  it('is refused by the portal too where a layer says what cannot be', () => {
    const text = 'policies: { removed-apis: { mode: block } }';
    const [chart] = readFleetLayers();
    expect(() => mergeLayers([chart, { path: 'x.yaml', text }])).toThrow(
      'x.yaml: policies.removed-apis.mode',
    );
  });
});
