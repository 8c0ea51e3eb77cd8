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

import type { FindingSeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NOW } from '../../__testUtils__/clock';
import {
  addon,
  ago,
  assessmentInput,
  insight,
  nodegroup,
  observed,
  update,
} from '../__testUtils__/assessment';
import { randomInput, randomOf } from '../__testUtils__/randomInput';
import type { AssessmentInput, Finding } from '../types';
import { assessReadiness, isWaivable } from './assessReadiness';
import { verdictOf } from './findings';

const RUNS = 500;
const GOOD = { ready: 2, unknown: 1, blocked: 0 };

function forEachInput(check: (input: AssessmentInput, seed: number) => void) {
  for (let seed = 1; seed <= RUNS; seed++) {
    try {
      check(randomInput(seed), seed);
    } catch (error) {
      throw new Error(`With seed ${seed}: ${error}`, { cause: error });
    }
  }
}

const waiverOf = ({ key }: Finding) => ({
  id: '0b0f5a52-7a1c-4d0c-9a70-0d3a3f8f7a11',
  findingKey: key,
  reason: 'agreed on',
  until: ago(-1_000),
  by: 'user:default/pat',
  at: ago(1_000),
  active: true,
});

describe('a verdict', () => {
  it('comes out ready, blocked and unknown on the inputs made here', () => {
    const verdicts = new Map<string, number>();
    forEachInput(input => {
      const { verdict } = assessReadiness(input);
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    });
    expect([...verdicts.keys()].sort()).toEqual([
      'blocked',
      'ready',
      'unknown',
    ]);
  });

  it('is never ready when a required input is missing, failing or stale', () => {
    const spoil = [
      () => undefined,
      (document: unknown) => observed(document, { freshUntil: ago(1) }),
      (document: unknown) =>
        observed(document, { error: { code: 'forbidden', message: 'no' } }),
      () => observed(undefined, { observedAt: undefined }),
    ];
    const { settings } = assessmentInput();
    for (const kind of settings.required) {
      for (const make of spoil) {
        const healthy = assessmentInput();
        const input = assessmentInput({
          observations: {
            [kind]: make(healthy.observations[kind]?.document),
          },
        });
        expect(assessReadiness(healthy).verdict).toBe('ready');
        expect(assessReadiness(input).verdict).not.toBe('ready');
        const { findings } = assessReadiness(input);
        const waived = { ...input, waivers: findings.map(waiverOf) };
        expect(assessReadiness(waived).verdict).not.toBe('ready');
      }
    }
    forEachInput(input => {
      const { hops, inputs, verdict } = assessReadiness(input);
      const isBad = inputs.some(
        ({ required, observation }) =>
          required && observation.state !== 'fresh',
      );
      expect(hops.length > 0 && isBad && verdict === 'ready').toBe(false);
    });
  });

  it('is never better for one finding more', () => {
    const severities: FindingSeverity[] = [
      'blocking',
      'unknown',
      'warning',
      'info',
    ];
    const random = randomOf(7);
    const pick = () => severities[Math.floor(random() * severities.length)];
    for (let run = 0; run < RUNS; run++) {
      const findings = Array.from({ length: run % 5 }, () => ({
        severity: pick(),
      }));
      const more = [...findings, { severity: pick() }];
      expect(GOOD[verdictOf(more)]).toBeLessThanOrEqual(
        GOOD[verdictOf(findings)],
      );
    }
  });

  it('is never better for one bad fact more', () => {
    const worsen: Array<(input: AssessmentInput) => AssessmentInput> = [
      input =>
        change(input, 'insights', document => ({
          ...document,
          insights: [
            ...document.insights,
            insight({
              name: 'New',
              status: 'ERROR',
              kubernetesVersion: '1.34',
            }),
          ],
        })),
      input =>
        change(input, 'addons', document => ({
          ...document,
          addons: [...document.addons, addon('new', { status: 'DEGRADED' })],
        })),
      input =>
        change(input, 'nodegroups', document => ({
          ...document,
          nodegroups: [
            ...document.nodegroups,
            nodegroup({ name: 'new', version: '1.28' }),
          ],
        })),
      input =>
        change(input, 'updates', document => ({
          ...document,
          updates: [
            ...document.updates,
            update({ id: 'new', status: 'InProgress' }),
          ],
        })),
      input =>
        change(input, 'subnets', document => ({
          ...document,
          missing: [...document.missing, 'subnet-new'],
        })),
    ];
    forEachInput((input, seed) => {
      const worse = worsen[seed % worsen.length](input);
      expect(GOOD[assessReadiness(worse).verdict]).toBeLessThanOrEqual(
        GOOD[assessReadiness(input).verdict],
      );
    });
  });

  it('is never ready over an ERROR of an upgrade insight on the way', () => {
    forEachInput(input => {
      const { hops, verdict } = assessReadiness(input);
      const errors = (input.observations.insights?.document?.insights ?? [])
        .filter(item => item.category === 'UPGRADE_READINESS')
        .filter(item => item.status === 'ERROR')
        .filter(item => hops.includes(item.kubernetesVersion ?? ''));
      expect(errors.length > 0 && verdict !== 'blocked').toBe(false);
    });
  });

  it('is the same for the same facts', () => {
    forEachInput((input, seed) => {
      expect(assessReadiness(randomInput(seed))).toEqual(
        assessReadiness(input),
      );
    });
  });
});

describe('findings', () => {
  it('stay listed when they are waived', () => {
    forEachInput(input => {
      const { findings } = assessReadiness(input);
      const waivers = findings.map(waiverOf);
      const waived = assessReadiness({ ...input, waivers });
      expect(waived.findings.map(({ key }) => key)).toEqual(
        findings.map(({ key }) => key),
      );
      for (const finding of waived.findings) {
        expect(finding.waiver !== undefined).toBe(isWaivable(finding));
      }
    });
  });

  it('count again when their waiver no longer holds', () => {
    forEachInput(input => {
      const { findings, verdict } = assessReadiness(input);
      const waivers = findings.map(finding => ({
        ...waiverOf(finding),
        active: false,
      }));
      expect(assessReadiness({ ...input, waivers }).verdict).toBe(verdict);
    });
  });

  it('have one key each, the same for every target', () => {
    forEachInput(input => {
      const shorter = assessReadiness({ ...input, target: '1.34' });
      const keys = shorter.findings.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const longer = assessReadiness({ ...input, target: '1.35' });
      if (shorter.hops.length === 0) {
        return;
      }
      const blocking = shorter.findings
        .filter(({ severity }) => severity === 'blocking')
        .filter(({ code }) => !code.startsWith('version-'))
        .map(({ key }) => key);
      expect(longer.findings.map(({ key }) => key)).toEqual(
        expect.arrayContaining(blocking),
      );
    });
  });

  it('can be kept and shown, whatever clusters call their things', () => {
    forEachInput(input => {
      for (const finding of assessReadiness(input).findings) {
        const texts = [
          finding.key,
          finding.causeKey,
          finding.title,
          finding.message,
          finding.subject.name,
          finding.fix ?? '',
          finding.owner ?? '',
          ...Object.values(finding.evidence.facts),
        ];
        expect(
          texts.filter(
            text => /\p{Cc}|\p{Cs}/u.test(text) || text.length > 2_000,
          ),
        ).toEqual([]);
        expect(finding.key.length).toBeLessThanOrEqual(480);
        expect(finding.causeKey.length).toBeLessThanOrEqual(480);
      }
    });
  });

  it('were not seen in a time to come', () => {
    const ahead = new Date(NOW.getTime() + 86_400_000).toISOString();
    const input = assessmentInput({
      observations: {
        insights: observed(
          { insights: [insight({ status: 'UNKNOWN' })], unreadable: [] },
          { observedAt: ahead, freshUntil: ahead },
        ),
      },
    });
    const [finding] = assessReadiness(input).findings;
    expect(finding.evidence.observedAt).toBe(NOW.toISOString());
  });
});

type Documents = AssessmentInput['observations'];

function change<
  K extends 'insights' | 'addons' | 'nodegroups' | 'updates' | 'subnets',
>(
  input: AssessmentInput,
  kind: K,
  make: (
    document: NonNullable<NonNullable<Documents[K]>['document']>,
  ) => NonNullable<NonNullable<Documents[K]>['document']>,
): AssessmentInput {
  const observation = input.observations[kind];
  if (!observation?.document) {
    return input;
  }
  return {
    ...input,
    observations: {
      ...input.observations,
      [kind]: { ...observation, document: make(observation.document as never) },
    },
  };
}
