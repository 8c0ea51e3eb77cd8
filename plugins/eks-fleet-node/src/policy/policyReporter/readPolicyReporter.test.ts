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

import type { PolicyOutcome } from '../../extensions/policySources';
import { toObservationError } from '../../observation/toObservationError';
import { CollectingSink } from '../__testUtils__/CollectingSink';
import { failureOf } from '../__testUtils__/readWith';
import {
  startReporter,
  type StartedReporter,
} from './__testUtils__/startReporter';

jest.setTimeout(60_000);

const PASSWORD = { username: 'portal', password: 'secret' };

/** What a finding is: whose policy, and on what. */
const subjects = (outcomes: PolicyOutcome[]) =>
  outcomes
    .map(({ policy, result, resource, rule }) => {
      const { apiVersion, kind, name } = resource.controller ?? resource;
      return [
        result,
        policy.engine,
        policy.kind,
        policy.name,
        rule ?? '',
        apiVersion,
        kind,
        resource.namespace ?? '',
        name,
      ].join(' ');
    })
    .sort();

describe('the source policyReporter', () => {
  let started: StartedReporter;

  afterEach(() => started.stop());

  it('finds what the reports say, each on what it is on', async () => {
    started = await startReporter();
    const { sink, snapshot } = await started.read();
    expect(subjects(sink.given)).toEqual(
      subjects((await started.readReports()).sink.given),
    );
    expect(sink.given).toContainEqual(
      expect.objectContaining({
        policy: {
          engine: 'kyverno',
          kind: 'ValidatingPolicy',
          name: 'no-latest-tag',
        },
        result: 'fail',
        severity: 'medium',
        category: 'supply-chain',
        message: 'Images have no tag that stays: shell (busybox)',
        resource: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'orders',
          name: 'shell',
        },
      }),
    );
    expect(snapshot).toEqual({
      state: expect.any(String),
      engines: [],
      passes: 'exact',
      notes: [],
    });
  });

  it('counts passes as Policy Reporter does, and reads none of them', async () => {
    started = await startReporter();
    const { sink } = await started.read();
    const { sink: ofReports } = await started.readReports();
    const counts = ({ tallies }: CollectingSink) =>
      tallies
        .map(({ pass, passes, policy, skip }) =>
          [policy.name, passes, pass, skip].join(' '),
        )
        .sort();
    expect(counts(sink)).toEqual(counts(ofReports));
    const asked = started.simulator
      .calls()
      .filter(({ service }) => service === 'policy-reporter')
      .map(({ operation }) => operation);
    expect(new Set(asked)).toEqual(
      new Set([
        'GET /v2/findings',
        'GET /v2/policies',
        'GET /v2/namespace-scoped/results',
        'GET /v2/cluster-scoped/results',
      ]),
    );
  });

  it('knows of no passes where only failures are kept', async () => {
    started = await startReporter({ kyverno: { allowedResults: ['fail'] } });
    const { sink, snapshot } = await started.read();
    expect(sink.given.length).toBeGreaterThan(0);
    expect(snapshot.passes).toBe('notRecorded');
    expect(sink.tallies.every(({ pass }) => pass === undefined)).toBe(true);
  });

  it('folds pods into what controls them where they are kept', async () => {
    started = await startReporter({
      policyReporter: { keepsControlled: true },
    });
    const { sink, snapshot } = await started.read();
    expect(subjects(sink.given)).toEqual(
      subjects((await started.readReports()).sink.given),
    );
    expect(snapshot.passes).toBe('atLeast');
    expect(snapshot.notes).toEqual([
      expect.stringContaining('`uncontrolledOnly`'),
    ]);
  });

  it('takes owners from labels of namespaces where it is told to', async () => {
    started = await startReporter();
    const ownersOf = ({ given }: CollectingSink) =>
      new Set(
        given
          .filter(({ resource }) => resource.namespace === 'orders')
          .map(({ ownerLabel }) => ownerLabel?.value),
      );
    expect(ownersOf((await started.read()).sink)).toEqual(new Set([undefined]));
    expect(
      ownersOf((await started.read({ readNamespaces: true })).sink),
    ).toEqual(new Set(['orders']));
  });

  it('reads exempt results, which are no passes and no skips', async () => {
    started = await startReporter({
      exceptions: [
        {
          apiVersion: 'policies.kyverno.io/v1',
          kind: 'PolicyException',
          metadata: { namespace: 'kyverno', name: 'shell' },
          spec: {
            policyRefs: [{ kind: 'ValidatingPolicy', name: 'no-latest-tag' }],
            matchConditions: [
              {
                name: 'shell',
                expression: "object.metadata.name.startsWith('shell')",
              },
            ],
          },
        },
      ],
    });
    const { sink } = await started.read();
    const { sink: ofReports } = await started.readReports();
    const exempt = ({ given }: CollectingSink) =>
      given
        .filter(({ result }) => result === 'exempt')
        .map(({ exceptions, policy }) => [policy.name, exceptions]);
    expect(exempt(sink)).toEqual([['no-latest-tag', ['kyverno/shell']]]);
    expect(exempt(sink)).toEqual(exempt(ofReports));
    const skips = ({ tallies }: CollectingSink) =>
      tallies.find(({ policy }) => policy.name === 'no-latest-tag')?.skip;
    expect(skips(sink)).toBe(skips(ofReports));
  });

  it('shows the password that it has, and says what is wrong with it', async () => {
    started = await startReporter({ policyReporter: { basicAuth: PASSWORD } });
    expect(
      (await started.read({ basicAuth: PASSWORD })).sink.given.length,
    ).toBeGreaterThan(0);
    const host = new URL(started.simulator.url).host;
    expect(await failureOf(started.read())).toEqual({
      code: 'unauthenticated',
      message: `${host} asks for a username and password; give them in \`basicAuth\` (401)`,
    });
    const failure = await failureOf(
      started.read({ basicAuth: { username: 'portal', password: 'wr0ng' } }),
    );
    expect(failure).toEqual({
      code: 'unauthenticated',
      message: `${host} does not accept the username and password that \`basicAuth\` has for it (401)`,
    });
  });

  it('trusts a certificate that nobody signed where it is told to, and says so else', async () => {
    started = await startReporter();
    const { simulator } = started;
    const url = simulator.policyReporterUrl(started.cluster.arn, { tls: true });
    const trusted = await started.read({
      url,
      certificateAuthority: simulator.kubernetesCertificateAuthority,
    });
    expect(trusted.sink.given.length).toBeGreaterThan(0);
    expect(await failureOf(started.read({ url }))).toEqual({
      code: 'unreachable',
      message: expect.stringContaining(
        'the certificate it shows is signed by nobody who is trusted here; put the certificate of its authority, or its own, into `ca`',
      ),
    });
  });

  it('does not connect to this machine unless it is told to', async () => {
    started = await startReporter();
    const url = started.simulator
      .policyReporterUrl(started.cluster.arn)
      .replace('127.0.0.1', 'localhost');
    expect(
      await failureOf(started.read({ url, allowLocalAddresses: false })),
    ).toEqual({
      code: 'unreachable',
      message: expect.stringContaining('loopback or link-local address'),
    });
  });

  it.each([
    ['error', 'unreachable'],
    ['throttle', 'throttled'],
    ['deny', 'forbidden'],
    ['reset', 'unreachable'],
  ] as const)(
    'fails, and ends nothing, where an answer in the middle is %s',
    async (effect, code) => {
      started = await startReporter();
      started.simulator.addFault({
        match: {
          service: 'policy-reporter',
          operation: 'GET /v2/cluster-scoped/results',
        },
        effect,
        ...(effect === 'reset' && { at: 'body' as const }),
      });
      const sink = new CollectingSink();
      const reading = started.read({}, { sink });
      await expect(reading).rejects.toThrow();
      expect(toObservationError(await reading.catch(error => error)).code).toBe(
        code,
      );
      // Without its counts nothing is a snapshot.
      expect(sink.tallies).toEqual([]);
    },
  );

  it('keeps what was found where Policy Reporter has lost it', async () => {
    started = await startReporter();
    const { snapshot } = await started.read();
    const { kubernetes } = started.cluster;
    started.cluster.kubernetes = {
      ...kubernetes,
      components: [],
    };
    expect(
      await failureOf(started.read({}, { previous: snapshot.state })),
    ).toEqual({
      code: 'notInstalled',
      message: expect.stringMatching(
        /^Policy Reporter has no results of KyvernoValidatingPolicy any more, of which it had \d+/,
      ),
    });
    // An engine may go on under another name.
    started.cluster.kubernetes = {
      ...kubernetes,
      policies: {
        ...kubernetes.policies,
        kyverno: { policyKind: 'ClusterPolicy' },
      },
    };
    const moved = await started.read({}, { previous: snapshot.state });
    expect(moved.sink.given.length).toBeGreaterThan(0);
  });

  it('is for the clusters alone that it is configured for', async () => {
    started = await startReporter();
    expect(
      await failureOf(started.read({ cluster: `${started.cluster.arn}-2` })),
    ).toMatchObject({ code: 'notInstalled' });
  });
});
